import { readDbConfig, s3Of } from './config.ts'
import { openDatabase, type Database } from './database.ts'
import { ConfigError } from './environment.ts'
import type { Logger } from './logger.ts'
import { migrate } from './migrate.ts'

/**
 * Opens the database that `DATABASE_URL` names, with the settings of the environment: what every server process does first.
 * A process that is started alone migrates it before; under the supervisor that has been done. Throws a ConfigError when
 * there is no `DATABASE_URL` or something else is wrong.
 */
export async function openDatabaseFromEnvironment(
  env: Record<string, string | undefined>,
  log: Logger,
  options: { migrates?: boolean } = {},
): Promise<{ db: Database; url: string }> {
  const config = readDbConfig(env)
  const url = config.DATABASE_URL
  if (url === undefined) {
    throw new ConfigError('DATABASE_URL is needed to start this alone; `npm start` brings a database along.')
  }
  if (options.migrates) await migrate(url)
  const db = await openDatabase({
    url,
    dataDir: config.ANAWIM_DATA_DIR,
    log,
    poolMax: config.DB_POOL_MAX,
    jwtSecret: config.JWT_SECRET,
    accessTokenSeconds: config.ACCESS_TOKEN_SECONDS,
    collabTokenSeconds: config.COLLAB_TOKEN_SECONDS,
    refreshTokenDays: config.REFRESH_TOKEN_DAYS,
    versionMinutes: config.VERSION_MINUTES,
    s3: s3Of(config),
  })
  return { db, url }
}
