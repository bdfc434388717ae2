/** The one router of upgrades: each path has one taker, foreign pages are refused, and whatever is left is not found. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { isOriginAllowed, newId } from '@anawim/lesson'

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export interface Routes {
  editors: Upgrade
  viewers: Upgrade
  /** Socket.IO's long polling, for networks that let no WebSocket through. */
  poll: (request: IncomingMessage, response: ServerResponse) => void
}

/** Takes the upgrades of this server, and of its requests those under /socket.io. Everything else goes where it went. */
export function attachRoutes(server: Server, routes: Routes, allowedOrigins: readonly string[]): void {
  // Java's and curl's clients offer HTTP/2 with every plain request: that is no upgrade for us, and answered as if not offered.
  Object.assign(server, { shouldUpgradeCallback: isWebSocket })
  const isAllowed = ({ headers }: IncomingMessage) => isOriginAllowed(headers.origin, headers.host, allowedOrigins)

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const path = pathOf(request)
    const take = path === '/collab' ? routes.editors : path === '/socket.io' ? routes.viewers : null
    if (!take) return refuse(socket, '404 Not Found')
    if (!isAllowed(request)) return refuse(socket, '403 Forbidden')
    try {
      take(request, socket, head)
    } catch {
      // Whatever somebody put into the request: it costs them their socket, and nobody else anything.
      socket.destroy()
    }
  })

  const others = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (pathOf(request) !== '/socket.io') {
      for (const listener of others) Reflect.apply(listener, server, [request, response])
    } else if (isAllowed(request)) {
      routes.poll(request, response)
    } else {
      response.writeHead(403, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          error: { code: 'origin_not_allowed', message: 'this origin may not open sockets', request_id: newId() },
        }),
      )
    }
  })
}

function isWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket'
}

/** Without the query and a slash at the end. */
function pathOf(request: IncomingMessage): string {
  const [path = ''] = (request.url ?? '').split('?')
  return path.replace(/\/$/, '')
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}
