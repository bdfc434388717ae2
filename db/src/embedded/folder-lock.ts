import { statSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { AlreadyRunningError } from './errors.ts'

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
  if (!(await listened(server, path))) {
    const pid = await askHolder(path)
    const who = pid === '' ? 'another process' : `process ${pid}`
    throw new AlreadyRunningError(`Anawim is already running on ${folder}: ${who} has it. Stop that one first.`)
  }
  server.unref()
  return { release: () => void server.close() }
}

function listened(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen({ path }, () => resolve(true))
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
