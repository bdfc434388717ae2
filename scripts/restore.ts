/** `npm run restore -- FILE [--replace]`: puts a backup in the place of an empty database, or of a full one. docs/backup.md tells how. */
import { createBlobStore, readDbConfig, restore, s3Of } from '@anawim/db'
import { describeBackup, fileFrom } from './backup/command-line.ts'
import { dataFolder, provideDatabase } from './supervisor/database.ts'
import { explain } from './supervisor/explain.ts'

process.env['LOG_LEVEL'] ||= 'error'

async function run(): Promise<void> {
  const { path, flags } = fileFrom('restore', process.argv.slice(2), ['--replace'])
  const config = readDbConfig(process.env)
  // Refuses when the product runs on this folder.
  const database = await provideDatabase(config)
  try {
    const summary = await restore({
      url: database.url,
      blobs: await createBlobStore(dataFolder(config), s3Of(config)),
      path,
      replaces: flags.includes('--replace'),
    })
    console.log(`\nRestored ${describeBackup(summary)}\nfrom ${path}\n\nEverybody has to log in again.\n`)
  } finally {
    await database.stop()
  }
}

// One transaction does it all: a Ctrl-C before its end leaves everything as it was.
await run().catch((error: unknown) => {
  console.error(`\n${explain(error)}\n`)
  process.exitCode = 1
})
