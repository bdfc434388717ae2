/**
 * `npm run dev`: the product for those who change it. The servers start again when their code changes, Vite serves the pages with hot
 * reload, and there are people and lessons to try. It has a data folder of its own, for everybody knows these passwords.
 */
import { createPasswords, readApiConfig } from '@anawim/api'
import { createLogger, openDatabase } from '@anawim/db'
import { join } from 'node:path'
import { createServer } from 'vite'
import { root } from './root.ts'
import { demoLogins, seedDemo } from './seed/seed-demo.ts'
import { supervise, type Running } from './supervisor/supervise.ts'
import { watchSources } from './supervisor/watch-sources.ts'
import { addressesOf } from './supervisor/welcome.ts'

process.env['ANAWIM_DATA_DIR'] ||= '.data/dev'
process.env['ADMIN_PASSWORD'] ||= 'anawim-demo'

async function seed({ databaseUrl, dataDir }: Running): Promise<void> {
  const db = await openDatabase({ url: databaseUrl, dataDir, log: createLogger('seed') })
  await seedDemo(db, createPasswords(readApiConfig(process.env).bcryptCost))
  await db.close()
}

async function whenRunning(running: Running): Promise<() => Promise<void>> {
  await seed(running)
  // The proxy in web/vite.config.ts asks for it.
  process.env['API_PORT'] = String(running.port)
  const vite = await createServer({
    root: join(root, 'web'),
    configFile: join(root, 'web/vite.config.ts'),
    server: { host: running.host },
    clearScreen: false,
  })
  await vite.listen()
  const stopWatching = watchSources((path) => {
    console.log(`${path} has changed: the servers start again`)
    for (const part of running.parts) part.restart()
  })
  const port = vite.config.server.port ?? 5173
  const address = vite.httpServer?.address()
  const reached = typeof address === 'object' && address ? address.port : port
  console.log(`
Anawim for developers is ready.

  pages    ${addressesOf(reached, running.host).join('\n           ')}
  API      http://localhost:${running.port}
  data     ${running.dataDir}

  ${demoLogins().join('\n  ')}

Ctrl-C ends it.
`)
  process.send?.({ type: 'running', port: reached, apiPort: running.port })
  return async () => {
    stopWatching()
    await vite.close()
  }
}

await supervise({ isDevelopment: true, whenRunning })
