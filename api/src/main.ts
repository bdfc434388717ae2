/** The API alone, on a port of its own: `DATABASE_URL` names the database, which others may share. */
import { createLogger, openDatabaseFromEnvironment } from '@anawim/db'
import { createServer } from 'node:http'
import { z } from 'zod'
import { readApiConfig } from './config.ts'
import { createApi } from './create-api.ts'
import { ensureTemplates } from './templates/ensure-templates.ts'
import { ensureFirstAdmin } from './users/ensure-first-admin.ts'

/** How long answers may take to end after a signal, in milliseconds. */
const DRAIN = 8_000

const address = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8001),
  HOST: z.string().min(1).default('0.0.0.0'),
})

async function start(): Promise<void> {
  const config = readApiConfig(process.env)
  const { PORT, HOST } = address.parse(process.env)
  const log = createLogger('api')
  const { db } = await openDatabaseFromEnvironment(process.env, log, { migrates: true })
  const admin = await ensureFirstAdmin(db, process.env, config.bcryptCost)
  if (admin?.password) process.stdout.write(`First admin: ${admin.email}, password ${admin.password}\n`)
  await ensureTemplates(db)
  const api = await createApi({ db, config, log })
  const server = createServer(api.handler)
  server.once('error', fail)
  server.listen(PORT, HOST, () => log.info({ address: server.address() }, 'the API is listening'))

  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => server.closeAllConnections(), DRAIN).unref()
    server.closeIdleConnections()
    server.close(() => void api.close().then(() => db.close()))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

start().catch(fail)
