/** The editors' endpoint: Hocuspocus as the engine, its extensions in order, and WebSockets piped into it. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCodes } from '@anawim/lesson'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { authentication } from './authentication.ts'
import type { EditorContext } from './editor-session.ts'
import { EditorSocket } from './editor-socket.ts'
import type { EditorsDeps } from './editors.ts'
import { fence } from './fence.ts'
import { readFrame } from './frame.ts'
import { createGate } from './gate.ts'
import { Inbox } from './inbox.ts'
import { loading } from './loading.ts'
import { presence } from './presence.ts'

/** Hocuspocus' own timeouts are not used: `EditorSocket` has ours. Its timer cannot be longer than this (2^31 ms). */
const NEVER = 2_147_483_647

export interface EditorsEndpoint {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Closes every WebSocket with that code. */
  closeAll: (code: number, reason: string) => void
}

export function mountEditors(deps: EditorsDeps): EditorsEndpoint {
  const gate = createGate(deps)
  /** Later ones see what earlier ones let through. */
  const extensions = {
    authentication: authentication(deps),
    loading: loading(deps),
    gate: gate.extension,
    presence: presence(deps),
  }
  const hocuspocus = new Hocuspocus<EditorContext>({
    quiet: true,
    timeout: NEVER,
    maxUnauthenticatedQueueSize: deps.config.frameBytes,
    maxPendingDocuments: deps.config.lessonsPerEditorSocket,
    extensions: Object.entries(extensions).map(([name, extension]) => fence(name, extension, deps.log)),
  })
  deps.rooms.serve(hocuspocus)
  const server = new WebSocketServer({ noServer: true, maxPayload: deps.config.frameBytes, perMessageDeflate: false })
  const open = new Map<WebSocket, EditorSocket>()

  function accept(ws: WebSocket, request: IncomingMessage): void {
    const socket = new EditorSocket(ws, deps.config)
    open.set(ws, socket)
    const connection = hocuspocus.handleConnection(socket, toWebRequest(request), { socket })
    const inbox = new Inbox(ws, socket, deps.config, (bytes) => connection.handleMessage(bytes))
    ws.on('message', (data: RawData, isBinary: boolean) => {
      if (socket.isSealed) return
      socket.heard()
      const bytes = toBytes(data)
      const frame = isBinary ? readFrame(bytes) : null
      if (frame) inbox.push(bytes, frame)
      else socket.close(closeCodes.refused, 'refused')
    })
    ws.on('close', (code, reason) => {
      open.delete(ws)
      inbox.end()
      connection.handleClose({ code, reason: reason.toString() })
    })
    // Frames that are too large or break the protocol: ws closes the socket itself.
    ws.on('error', (error) => deps.log.info({ err: error }, 'an editor connection failed'))
  }

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (ws) => accept(ws, request))
    },
    closeAll(code, reason) {
      for (const socket of open.values()) socket.close(code, reason)
    },
  }
}

/** What hooks get to see of the request. */
function toWebRequest(request: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return new Request('http://localhost/collab', { headers })
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
