/** Starts the jobs alone, on the database that the environment names. */
import { createLogger, openDatabaseFromEnvironment } from '@anawim/db'
import { readJobsConfig } from './config.ts'
import { createJobs } from './jobs.ts'

async function start(): Promise<void> {
  const config = readJobsConfig(process.env)
  const log = createLogger('jobs')
  const { db, url } = await openDatabaseFromEnvironment(process.env, log, { migrates: true })
  const jobs = await createJobs({ db, config, log, databaseUrl: url })
  log.info('the jobs are running')
  const stop = () => void jobs.close().then(() => db.close())
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
