import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A door before PostgreSQL that can be shut. */
export interface DatabaseProxy {
  url: string
  /** Bytes stop flowing, connections stay: the database does not answer. */
  pause(): void
  /** Connections break, and new ones are refused: the database is away. */
  cut(): void
  resume(): void
  close(): Promise<void>
}

export async function proxyDatabase(url: string): Promise<DatabaseProxy> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let mode: 'open' | 'paused' | 'cut' = 'open'
  const server = createServer((inner) => {
    if (mode === 'cut') return inner.destroy()
    const outer = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => to.write(bytes))
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      if (mode === 'paused') from.pause()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    pause() {
      mode = 'paused'
      for (const socket of sockets) socket.pause()
    },
    cut() {
      mode = 'cut'
      for (const socket of sockets) socket.destroy()
    },
    resume() {
      mode = 'open'
      for (const socket of sockets) socket.resume()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
