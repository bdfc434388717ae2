/** `npm run backup -- FILE`: everything that is kept, in one file, while the product runs or when it does not. docs/backup.md tells how. */
import { backUp, createBlobStore, readDbConfig, s3Of } from '@anawim/db'
import { runningUrl } from '@anawim/db/embedded'
import { describeBackup, fileFrom } from './backup/command-line.ts'
import { dataFolder, provideDatabase } from './supervisor/database.ts'
import { explain } from './supervisor/explain.ts'

process.env['LOG_LEVEL'] ||= 'error'

async function backup(signal: AbortSignal): Promise<void> {
  const { path } = fileFrom('backup', process.argv.slice(2), [])
  const config = readDbConfig(process.env)
  const dataDir = dataFolder(config)
  const running = config.DATABASE_URL ?? (await runningUrl(dataDir))
  const database = await provideDatabase({ ...config, DATABASE_URL: running ?? undefined })
  try {
    const blobs = await createBlobStore(dataDir, s3Of(config))
    const summary = await backUp({ url: database.url, blobs, path, signal })
    console.log(`\nBacked up ${describeBackup(summary)}\ninto ${path}\n`)
  } finally {
    await database.stop()
  }
}

const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stopping.abort())
await backup(stopping.signal).catch((error: unknown) => {
  console.error(`\n${stopping.signal.aborted ? 'Stopped. No backup was made.' : explain(error)}\n`)
  process.exitCode = 1
})
