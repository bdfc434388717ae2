import type { Server } from 'node:http'
import { createServer } from 'node:net'

/** Somebody else has the port. */
export class PortTakenError extends Error {
  override name = 'PortTakenError'
}

/** Resolves with the port when the server listens. @throws PortTakenError */
export function listen(server: Server | ReturnType<typeof createServer>, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? portTaken(port) : new Error(`Cannot listen on ${host}:${port}: ${error.message}`),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function portTaken(port: number): PortTakenError {
  return new PortTakenError(
    `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 80} npm start`,
  )
}

/** Sees before anything is started whether the port is free. @throws PortTakenError */
export async function ensurePortIsFree(port: number, host: string): Promise<void> {
  const probe = createServer()
  await listen(probe, port, host)
  await new Promise((resolve) => probe.close(resolve))
}
