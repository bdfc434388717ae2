import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { closeCodes, type ServerMessage, serverMessageSchema } from '@anawim/lesson'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { type MotionChannel, openMotionChannel } from '../together/motion-channel.ts'
import { createValue, type Value } from '../session/value.ts'
import { countingSocket } from './counting-socket.ts'
import { gatherOthers } from './gather-others.ts'
import { OwnClocks } from './own-clocks.ts'
import { REPLAY } from './replay-origin.ts'
import {
  type ClosedReason,
  isAllSaved,
  reduceSaveState,
  type SaveEvent,
  type SaveState,
  startingSaveState,
} from './save-state.ts'

/** A token for one lesson's socket, or why there will be none. Throws when the API cannot be reached: it is tried again. */
export type TokenSource = () => Promise<{ token: string } | { refused: ClosedReason }>

/** An edit made here: its number (from 1), what it is for Yjs, and whether an earlier page has made it. */
export type EditListener = (edit: number, update: Uint8Array, isReplayed: boolean) => void

export interface Connection {
  doc: Y.Doc
  awareness: Awareness
  motions: MotionChannel
  state: Pick<Value<SaveState>, 'get' | 'subscribe'>
  close: () => void
}

export interface ConnectionOptions {
  doc: Y.Doc
  /** The lesson's id. */
  name: string
  url: string
  tokens: TokenSource
  onEdit: EditListener
}

/** A frame was larger than the server takes: it would be again. The number is the WebSocket's own. */
const TOO_LARGE = 1009

/** Closings after which trying again would only be refused again. 4401 and 4503 are not among them. */
const finalReasons: ReadonlyMap<number, ClosedReason> = new Map([
  [closeCodes.forbidden, 'forbidden'],
  [closeCodes.gone, 'gone'],
  [closeCodes.refused, 'refused'],
  [closeCodes.outdated, 'outdated'],
  [TOO_LARGE, 'refused'],
])

/** Milliseconds without a confirmation after which one is told that edits are not saved. */
const PATIENCE = 2_500

/** Keeps the document and the server's one, over a socket that comes back by itself. */
export function openConnection({ doc, name, url, tokens, onEdit }: ConnectionOptions): Connection {
  const state = createValue<SaveState>(startingSaveState)
  const own = new OwnClocks()
  let overdue: ReturnType<typeof setTimeout> | undefined
  const tell = (event: SaveEvent) => {
    const { saved, durable } = state.get()
    state.set(reduceSaveState(state.get(), event))
    const now = state.get()
    const isWaiting = now.socket !== 'closed' && now.isLoaded && !now.isRetrying && !isAllSaved(now)
    if (!isWaiting || now.saved > saved || now.durable > durable) {
      clearTimeout(overdue)
      overdue = undefined
    }
    if (isWaiting) overdue ??= setTimeout(() => tell({ type: 'late' }), PATIENCE)
  }

  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: countingSocket((step) => tell({ type: 'sent', step })),
    minDelay: 500,
    delay: 500,
    maxDelay: 8_000,
    onOpen: () => tell({ type: 'opened' }),
    // Before the socket's own listener, which would take care to come back: once that is under way nothing ends it.
    onClose: ({ event }) => {
      const reason = finalReasons.get(event.code)
      if (reason) end(reason)
    },
    // Also when the provider gives a socket up that never says that it has closed.
    onDisconnect: () => tell({ type: 'disconnected' }),
  })
  const send = socket.send.bind(socket)
  // Each connection begins with all that there is. What an earlier one could not send any more may answer what another server asked.
  socket.send = (message: Uint8Array) => {
    if (socket.webSocket?.readyState === WebSocket.OPEN) send(message)
  }
  const end = (reason: ClosedReason) => {
    tell({ type: 'ended', reason })
    socket.disconnect()
  }
  const hear = (message: ServerMessage) => {
    // The count covers everything, deletions included. That the clocks agree is a second, independent check.
    if (message.type === 'saved' && !own.areIn(message.stateVector, message.messages >= state.get().sent)) return
    tell({ type: 'told', message })
  }
  // Before the provider's own listener, which sends: an edit has its number when it leaves.
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    own.wrote(doc)
    tell({ type: 'edited' })
    onEdit(state.get().edits, update, origin === REPLAY)
    others.edited()
  }
  doc.on('update', onUpdate)
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    websocketProvider: socket,
    token: async () => {
      const answer = await tokens()
      if ('token' in answer) return answer.token
      end(answer.refused)
      throw new Error(`No token: ${answer.refused}`)
    },
    onSynced: () => tell({ type: 'loaded' }),
    onStateless: ({ payload }) => {
      const message = serverMessageSchema.safeParse(JSON.parse(payload))
      if (message.success) hear(message.data)
    },
    onAuthenticationFailed: () => giveUp(socket.webSocket),
  })
  const others = gatherOthers(provider, doc)
  provider.attach()

  return {
    doc,
    awareness: awarenessOf(provider),
    motions: openMotionChannel(socket, provider, name),
    state,
    close() {
      clearTimeout(overdue)
      doc.off('update', onUpdate)
      others.stop()
      provider.destroy()
      socket.destroy()
    },
  }
}

/** Milliseconds in which the server closes a socket that it refused, with the code that says why. */
const REFUSAL_TIME = 1_500

/**
 * A token that could not be fetched, or was refused: without one this socket would stay silent for ever, so it is closed,
 * and opened again with a new one.
 */
function giveUp(socket: WebSocket | null): void {
  setTimeout(() => {
    if (socket?.readyState === WebSocket.OPEN) socket.close()
  }, REFUSAL_TIME)
}

function awarenessOf(provider: HocuspocusProvider): Awareness {
  if (!provider.awareness) throw new Error('The provider was made without awareness')
  return provider.awareness
}

/** The sockets' address on the host that served this page. */
export function collabUrl(location: Pick<Location, 'protocol' | 'host'>): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`
}
