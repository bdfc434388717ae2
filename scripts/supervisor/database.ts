import { createLogger, type DbConfig } from '@anawim/db'
import { startEmbedded } from '@anawim/db/embedded'
import { resolve } from 'node:path'
import { root } from '../root.ts'

/** A database that is there for as long as the product runs. */
export interface RunningDatabase {
  url: string
  /** Of the embedded PostgreSQL; null when the database is somebody else's. */
  pid(): number | null
  stop(): Promise<void>
}

/** The data folder as an absolute path: a relative one is meant from the repository, from wherever it is started. */
export const dataFolder = (config: DbConfig) => resolve(root, config.ANAWIM_DATA_DIR)

/** The database that `DATABASE_URL` names, else the embedded one. Rejects when another Anawim has the data folder. */
export async function provideDatabase(config: DbConfig): Promise<RunningDatabase> {
  if (config.DATABASE_URL !== undefined) {
    return { url: config.DATABASE_URL, pid: () => null, stop: () => Promise.resolve() }
  }
  return await startEmbedded(dataFolder(config), createLogger('postgres'))
}
