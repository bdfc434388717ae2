/** `npm run seed`: demo people and lessons, in the database of `npm start`, whether that is running or not. Run twice it changes nothing. */
import { createPasswords, readApiConfig } from '@anawim/api'
import { createLogger, migrate, openDatabase, readDbConfig } from '@anawim/db'
import { runningUrl } from '@anawim/db/embedded'
import { demoLogins, seedDemo } from './seed/seed-demo.ts'
import { dataFolder, provideDatabase } from './supervisor/database.ts'
import { explain } from './supervisor/explain.ts'

process.env['LOG_LEVEL'] ||= 'warn'

async function seed(): Promise<void> {
  const config = readDbConfig(process.env)
  const running = config.DATABASE_URL ?? (await runningUrl(dataFolder(config)))
  const database = await provideDatabase({ ...config, DATABASE_URL: running ?? undefined })
  try {
    await migrate(database.url)
    const db = await openDatabase({ url: database.url, dataDir: dataFolder(config), log: createLogger('seed') })
    const passwords = createPasswords(readApiConfig(process.env).bcryptCost)
    const { people, lessons } = await seedDemo(db, passwords)
    await db.close()
    console.log(`\nMade ${people} people and ${lessons} lessons.\n\n  ${demoLogins().join('\n  ')}\n`)
    console.log('Everybody knows this password: remove these people before others can reach the server.\n')
  } finally {
    await database.stop()
  }
}

await seed().catch((error: unknown) => {
  console.error(`\n${explain(error)}\n`)
  process.exitCode = 1
})
