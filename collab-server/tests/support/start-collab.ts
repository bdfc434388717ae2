import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger, openDatabase, type Database } from '@anawim/db'
import { testDatabase, type TestDatabase } from '@anawim/db/testing'
import { afterAll } from 'vitest'
import { createCollab, readCollabConfig, type Collab, type CollabConfig } from '../../src/index.ts'

/** A collab server on a port of its own, with a connection pool of its own. */
export interface RunningCollab {
  collab: Collab
  /** `127.0.0.1:port` */
  host: string
  db: Database
  /** Ends it in order, everything committed. */
  stop(): Promise<void>
}

export interface StartOptions {
  config?: Partial<CollabConfig>
  /** Another way to the same database. */
  url?: string
  collabTokenSeconds?: number
  accessTokenSeconds?: number
}

/** Short delays, so that tests take no longer than they must. */
const quick: Partial<CollabConfig> = { lockWaitMs: 3_000, lockRetryMs: 50, shutdownMs: 5_000 }

export async function startCollab(at: TestDatabase, options: StartOptions = {}): Promise<RunningCollab> {
  const log = createLogger('test collab')
  const { config, url = at.url, ...tokens } = options
  const db = await openDatabase({ url, dataDir: at.dataDir, log, poolMax: 5, ...tokens })
  try {
    const collab = await createCollab({ db, config: { ...readCollabConfig({}), ...quick, ...config }, log })
    const server = createServer((_request, response) => {
      response.writeHead(404).end()
    })
    collab.attach(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return {
      collab,
      host: `127.0.0.1:${port}`,
      db,
      async stop() {
        await collab.close()
        server.close()
        server.closeAllConnections()
        await db.close()
      },
    }
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Made when the first test of a file asks for it. */
let ofFile: Promise<TestDatabase> | null = null
afterAll(async () => {
  await (await ofFile)?.close()
  ofFile = null
})

/** The file's database, and what a test starts on it, ended together. Tests share it: each makes people and lessons of its own. */
export async function school() {
  return openSchool(await (ofFile ??= testDatabase()), async () => {})
}
export type School = Awaited<ReturnType<typeof school>>

/** One beside it: a database is served by one server. */
export async function anotherSchool(): Promise<School> {
  const database = await testDatabase()
  return openSchool(database, () => database.close())
}

function openSchool(database: TestDatabase, whenClosed: () => Promise<void>) {
  const running: (() => Promise<void>)[] = []
  return {
    database,
    db: database.db,
    /** To be called when the test is over. */
    whenOver(end: () => Promise<void> | void) {
      running.push(async () => end())
    },
    async start(startOptions: StartOptions = {}): Promise<RunningCollab> {
      const started = await startCollab(database, startOptions)
      let isStopped = false
      const stop = async () => {
        if (isStopped) return
        isStopped = true
        await started.stop()
      }
      running.push(stop)
      return { ...started, stop }
    },
    async close() {
      const failures: unknown[] = []
      // What does not end is told, and holds up neither the others nor the next test.
      for (const end of running.toReversed()) await end().catch((error: unknown) => failures.push(error))
      await whenClosed()
      if (failures.length > 0) throw new AggregateError(failures, 'what a test started did not end')
    },
  }
}
