import { statSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { AlreadyRunningError } from './errors.ts'

/** How often a holder that does not say who it is is asked, a tenth of a second apart. */
const SILENT_TRIES = 20

/**
 * One process a data folder. The lock is a socket in Linux' abstract namespace, named after the folder itself and not
 * its path: taking it is atomic, and the kernel frees it when its holder dies, however that happens.
 */
export async function lockFolder(folder: string): Promise<{ release(): void }> {
  const { dev, ino } = statSync(folder)
  const path = `\0anawim-postgres-${dev}-${ino}`
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(String(process.pid))
  })
  for (let tries = 1; !(await listened(server, path)); tries++) {
    const pid = await askHolder(path)
    // One that was killed a moment ago says nothing more, but is not quite gone.
    if (pid === '' && tries < SILENT_TRIES) await sleep(100)
    else {
      const who = pid === '' ? 'another process' : `process ${pid}`
      throw new AlreadyRunningError(`Anawim is already running on ${folder}: ${who} has it. Stop that one first.`)
    }
  }
  server.unref()
  return { release: () => void server.close() }
}

/** false: another has it. */
function listened(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', onError)
    server.listen({ path }, () => {
      server.off('error', onError)
      resolve(true)
    })
  })
}

/** The holder's process id; empty when it does not say. */
function askHolder(path: string): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket = connect({ path, timeout: 500 })
    socket.on('data', (bytes) => (said += bytes.toString()))
    socket.on('timeout', () => socket.destroy())
    socket.on('error', () => {})
    socket.on('close', () => resolve(/^\d+$/.test(said) ? said : ''))
  })
}
