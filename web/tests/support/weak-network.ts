import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Certificate } from './self-signed.ts'

/** A way to the server that can be cut, as a school's network is. */
export interface WeakNetwork {
  url: string
  /** Ends every connection; no new one comes through. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

/**
 * Stands before a server on this computer. Bytes pass unchanged; only the port is another one, and with a certificate the way to here is
 * by https.
 */
export async function weakNetwork(port: number, certificate?: Certificate): Promise<WeakNetwork> {
  const sockets = new Set<Socket>()
  let isCut = false
  const pass = (client: Socket) => {
    if (isCut) return client.destroy()
    const upstream = connect(port, 'localhost')
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  }
  const server = certificate ? createTlsServer(certificate, pass) : createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `${certificate ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      drop()
    },
    restore() {
      isCut = false
    },
    close() {
      drop()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
