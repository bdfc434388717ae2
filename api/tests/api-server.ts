import { openDatabase, type Database } from '@anawim/db'
import { testDatabase } from '@anawim/db/testing'
import { createApi, readApiConfig, type ApiConfig } from '@anawim/api'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'

/** A real API on a port of the OS, with a real database of its own. */
export interface ApiServer {
  url: string
  db: Database
  dataDir: string
  /** Each line that was logged. */
  logged: string[]
  fetch(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export async function startApi(
  options: {
    config?: Partial<ApiConfig>
    isReady?: () => boolean
    networkAddress?: () => string | null
    figures?: Parameters<typeof createApi>[0]['figures']
    accessTokenSeconds?: number
    wire?: (databaseUrl: string) => Promise<string>
  } = {},
): Promise<ApiServer> {
  const database = await testDatabase({ accessTokenSeconds: options.accessTokenSeconds })
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const url = options.wire ? await options.wire(database.url) : database.url
  const db = url === database.url ? database.db : await openDatabase({ url, dataDir: database.dataDir, log })
  const config = {
    ...readApiConfig({
      BCRYPT_COST: '4',
      RATE_LIMITS: 'off',
      WEB_DIST: join(database.dataDir, 'no-web'),
      ANAWIM_DATA_DIR: database.dataDir,
    }),
    ...options.config,
  }
  const { isReady, networkAddress, figures } = options
  const api = await createApi({ db, config, log, isReady, networkAddress, figures })
  const server = createServer(api.handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: address,
    db,
    dataDir: database.dataDir,
    logged,
    fetch: (path, init) => fetch(address + path, init),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await api.close()
      if (db !== database.db) await db.close()
      await database.close()
    },
  }
}
