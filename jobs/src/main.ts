/** Starts the jobs alone, on the database that the environment names. */
import { ConfigError, createLogger, openDatabase, readDbConfig } from '@anawim/db'
import { readJobsConfig } from './config.ts'
import { createJobs } from './jobs.ts'

const log = createLogger('jobs')
const { DATABASE_URL, ANAWIM_DATA_DIR, DB_POOL_MAX } = readDbConfig(process.env)
if (DATABASE_URL === undefined) throw new ConfigError('Started alone, the jobs need DATABASE_URL; `npm start` brings a database.')
const db = await openDatabase({ url: DATABASE_URL, dataDir: ANAWIM_DATA_DIR, poolMax: DB_POOL_MAX, log })
const jobs = await createJobs({ db, config: readJobsConfig(process.env), log, databaseUrl: DATABASE_URL })
log.info('jobs are running')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void jobs
      .close()
      .then(() => db.close())
      .then(() => process.exit(0))
  })
}
