/** Starts the collab server alone, on a port of its own. `DATABASE_URL` names the database, which others may share. */
import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { createLogger, openDatabaseFromEnvironment } from '@anawim/db'
import { z } from 'zod'
import { readCollabConfig } from './config.ts'
import { createCollab } from './create-collab.ts'

/** How long the database has to close its connections, in ms. */
const CLOSE_WAIT = 2_000

const address = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8002),
  HOST: z.string().min(1).default('0.0.0.0'),
})

async function start(): Promise<void> {
  const config = readCollabConfig(process.env)
  const { PORT, HOST } = address.parse(process.env)
  const log = createLogger('collab')
  const { db } = await openDatabaseFromEnvironment(process.env, log, { migrates: true })
  const collab = await createCollab({ db, config, log })
  const server = createServer((_request, response) => {
    response.writeHead(404).end()
  })
  server.once('error', fail)
  collab.attach(server)
  server.listen(PORT, HOST, () => log.info({ address: server.address() }, 'the collab server is listening'))

  const stop = async () => {
    await collab.close()
    server.close()
    server.closeAllConnections()
    // A silent database does not answer a farewell either.
    await Promise.race([db.close(), delay(CLOSE_WAIT)])
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().catch(fail))
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

start().catch(fail)
