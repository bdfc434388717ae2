import type { Database } from '@anawim/db'
import { testDatabase } from '@anawim/db/testing'
import { createApi, readApiConfig, type ApiConfig } from '@anawim/api'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'

/** A real API on a port of the OS, with a real database of its own. */
export interface ApiServer {
  url: string
  db: Database
  databaseUrl: string
  /** Each line that was logged. */
  logged: string[]
  fetch(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export async function startApi(
  options: { config?: Partial<ApiConfig>; isReady?: () => boolean; accessTokenSeconds?: number } = {},
): Promise<ApiServer> {
  const database = await testDatabase({ accessTokenSeconds: options.accessTokenSeconds })
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const config = { ...readApiConfig({ BCRYPT_COST: '4', RATE_LIMITS: 'off' }), ...options.config }
  const api = await createApi({ db: database.db, config, log, isReady: options.isReady })
  const server = createServer(api.handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    db: database.db,
    databaseUrl: database.url,
    logged,
    fetch: (path, init) => fetch(url + path, init),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await api.close()
      await database.close()
    },
  }
}
