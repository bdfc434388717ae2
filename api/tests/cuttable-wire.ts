import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire to the database that a test can cut and mend. */
export interface CuttableWire {
  url: string
  cut(): void
  mend(): void
  close(): void
}

/** Forwards a port of the OS to the database of that address. */
export async function cuttableWire(databaseUrl: string): Promise<CuttableWire> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const drop = () => sockets.forEach((socket) => socket.destroy())
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href,
    cut() {
      isCut = true
      drop()
    },
    mend() {
      isCut = false
    },
    close() {
      drop()
      server.close()
    },
  }
}
