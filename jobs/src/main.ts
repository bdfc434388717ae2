/** Starts the jobs alone, on the database that the environment names. */
import { createLogger, openDatabase, readDbConfig } from '@anawim/db'
import { readJobsConfig } from './config.ts'
import { createJobs } from './jobs.ts'

const log = createLogger('jobs')
const database = readDbConfig(process.env)
const db = await openDatabase({ ...database, log })
const jobs = await createJobs({ db, config: readJobsConfig(process.env), log, databaseUrl: database.url })
log.info('jobs are running')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void jobs
      .close()
      .then(() => db.close())
      .then(() => process.exit(0))
  })
}
