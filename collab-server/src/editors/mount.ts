/** The editors' endpoint: Hocuspocus as the engine, its extensions in order, and WebSockets piped into it. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCodes } from '@anawim/lesson'
import { Hocuspocus, type Document, type Extension } from '@hocuspocus/server'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { PersonAllowances } from './allowance.ts'
import { authentication } from './authentication.ts'
import { Broadcast } from './broadcast.ts'
import type { EditorContext } from './editor-session.ts'
import { EditorSocket } from './editor-socket.ts'
import type { EditorsDeps } from './editors.ts'
import { fence } from './fence.ts'
import { readFrame } from './frame.ts'
import { createGate } from './gate.ts'
import { extraCost, Inbox } from './inbox.ts'
import { Lanes } from './lanes.ts'
import { loading } from './loading.ts'
import { createPresence } from './presence.ts'

/** Hocuspocus' own timeouts are not used: `EditorSocket` has ours. Its timer cannot be longer than this (2^31 ms). */
const NEVER = 2_147_483_647

export interface EditorsEndpoint {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Closes every WebSocket with that code. */
  closeAll: (code: number, reason: string) => void
}

export function mountEditors(deps: EditorsDeps): EditorsEndpoint {
  const broadcasts = new WeakMap<Document, Broadcast>()
  const newBroadcast = (document: Document) =>
    new Broadcast(document, {
      intervalMs: deps.config.flushMs,
      log: deps.log,
      isBusy: () => deps.writer.isBusy,
      onMotion(clientId, motion, inkFrom) {
        const page: unknown = document.awareness.states.get(clientId)?.['pageId']
        const pageId = typeof page === 'string' ? page : null
        deps.rooms.tellMotion({ lessonId: Number(document.name), clientId, motion, inkFrom, pageId })
      },
    })
  const broadcastOf = (document: Document): Broadcast => {
    const broadcast = broadcasts.get(document) ?? newBroadcast(document)
    broadcasts.set(document, broadcast)
    return broadcast
  }
  const gate = createGate(deps)
  const presence = createPresence(deps, broadcastOf)
  const persons = new PersonAllowances(deps.config)
  const open = new Map<EditorSocket, { lanes: Lanes; inbox: Inbox }>()
  /** Later ones see what earlier ones let through. */
  const extensions: Record<string, Extension<EditorContext>> = {
    broadcast: {
      // Before the document is filled: nothing may listen to it earlier.
      async onLoadDocument({ document }) {
        broadcastOf(document)
      },
    },
    authentication: authentication(deps),
    loading: loading(deps),
    gate: gate.extension,
    presence: presence.extension,
    lanes: {
      async connected({ connection, context }) {
        const { session, socket } = context
        const opened = open.get(socket)
        if (!session || !opened) return
        const allowance = persons.of(session.grant.userId, socket)
        // Who comes again and again has no more than who stays.
        allowance.spend(extraCost.auth)
        opened.inbox.shares(allowance)
        opened.lanes.open(connection, session, broadcastOf(connection.document))
      },
    },
  }
  const hocuspocus = new Hocuspocus<EditorContext>({
    quiet: true,
    timeout: NEVER,
    maxUnauthenticatedQueueSize: deps.config.frameBytes,
    maxPendingDocuments: deps.config.lessonsPerEditorSocket,
    extensions: Object.entries(extensions).map(([name, extension]) =>
      fence(name, extension, deps.log, deps.config.hookMs),
    ),
  })
  deps.rooms.serve(hocuspocus)
  const server = new WebSocketServer({ noServer: true, maxPayload: deps.config.frameBytes, perMessageDeflate: false })

  function accept(ws: WebSocket, request: IncomingMessage, stream: Duplex): void {
    const socket = new EditorSocket(ws, stream, deps.config)
    const connection = hocuspocus.handleConnection(socket, toWebRequest(request), { socket })
    const lanes = new Lanes({ gate, presence, log: deps.log }, (bytes) => connection.handleMessage(bytes))
    const inbox = new Inbox(ws, socket, deps.config, (bytes, frame) => lanes.take(bytes, frame))
    open.set(socket, { lanes, inbox })
    // Until then, and no longer: while a lesson is loaded, who was away for long sends it all that was done meanwhile.
    socket.onAuthenticated(limitStranger(stream, socket, deps.config.strangerBytes))
    ws.on('message', (data: RawData, isBinary: boolean) => {
      if (socket.isSealed) return
      socket.heard()
      const bytes = toBytes(data)
      const frame = isBinary ? readFrame(bytes) : null
      if (frame) inbox.push(bytes, frame)
      else socket.close(closeCodes.refused, 'refused')
    })
    ws.on('close', (code, reason) => {
      open.delete(socket)
      persons.letGo(socket)
      inbox.end()
      connection.handleClose({ code, reason: reason.toString() })
    })
    // Frames that are too large or break the protocol: ws closes the socket itself.
    ws.on('error', (error) => deps.log.info({ err: error }, 'an editor connection failed'))
  }

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (ws) => accept(ws, request, socket))
    },
    closeAll(code, reason) {
      for (const socket of open.keys()) socket.close(code, reason)
    },
  }
}

/**
 * Whoever has not said yet who they are may send so many bytes, in however few frames: those of a frame that is not whole
 * yet are held in memory. Answers what ends that.
 */
function limitStranger(stream: Duplex, socket: EditorSocket, most: number): () => void {
  let bytes = 0
  const count = (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes > most) socket.close(closeCodes.refused, 'refused')
  }
  stream.on('data', count)
  return () => void stream.off('data', count)
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
