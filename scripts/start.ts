/**
 * The composition root: the only file that brings the parts of the server together. `npm start` runs it without a role: that is the
 * supervisor, which starts this file again in the roles below, each a process of its own. What a part does belongs in its folder; how
 * processes begin and end belongs in `supervisor/`.
 */
import { migrate, readDbConfig } from '@anawim/db'
import { createServer } from 'node:http'
import { readSupervisorConfig } from './supervisor/config.ts'
import { listen } from './supervisor/listen.ts'
import { fail, openContext, runPart, tell, type PartContext } from './supervisor/part-process.ts'
import { networkAddress } from './supervisor/welcome.ts'

/** Checks the configuration of every part, migrates the database and makes the first admin. */
async function prepare(): Promise<void> {
  const [api, collab, jobs] = await Promise.all([
    import('@anawim/api'),
    import('@anawim/collab-server'),
    import('@anawim/jobs'),
  ])
  const { bcryptCost } = api.readApiConfig(process.env)
  api.firstAdminConfigSchema.parse({
    ADMIN_EMAIL: process.env['ADMIN_EMAIL'] || undefined,
    ADMIN_PASSWORD: process.env['ADMIN_PASSWORD'] || undefined,
  })
  collab.readCollabConfig(process.env)
  jobs.readJobsConfig(process.env)

  await migrate(readDbConfig(process.env).DATABASE_URL ?? '')
  const { db } = await openContext('prepare')
  const admin = await api.ensureFirstAdmin(db, process.env, bcryptCost)
  if (admin) tell({ type: 'admin', ...admin })
  await api.ensureTemplates(db)
  await db.close()
  process.disconnect?.()
}

/** API, sockets, media and pages, on one port. */
async function startServer({ db, log }: PartContext) {
  const [{ createApi, readApiConfig }, { createCollab, readCollabConfig }] = await Promise.all([
    import('@anawim/api'),
    import('@anawim/collab-server'),
  ])
  const { port, host } = readSupervisorConfig(process.env)
  let reached = port
  const collab = await createCollab({ db, config: readCollabConfig(process.env), log })
  const api = await createApi({
    db,
    config: readApiConfig(process.env),
    log,
    isReady: () => collab.isReady(),
    networkAddress: () => networkAddress(reached, host),
    figures: () => collab.figures(),
  })
  const server = createServer(api.handler)
  collab.attach(server)
  reached = await listen(server, port, host)
  return {
    port: reached,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      await collab.close()
      server.closeAllConnections()
      await closed
      await api.close()
    },
  }
}

/** Work that nobody waits for. */
async function startJobs({ db, databaseUrl, log }: PartContext) {
  const { createJobs, readJobsConfig } = await import('@anawim/jobs')
  return await createJobs({ db, config: readJobsConfig(process.env), log, databaseUrl })
}

const role = process.argv[2]
if (role === 'prepare') await prepare().catch((error: unknown) => fail('prepare', error))
else if (role === 'server') await runPart('server', startServer)
else if (role === 'jobs') await runPart('jobs', startJobs)
else await (await import('./supervisor/supervise.ts')).supervise()
