import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { closeCodes, serverMessageSchema } from '@anawim/lesson'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { createValue, type Value } from '../session/value.ts'
import { countingSocket } from './counting-socket.ts'
import { type ClosedReason, reduceSaveState, type SaveEvent, type SaveState, startingSaveState } from './save-state.ts'

/** A token for one lesson's socket, or why there will be none. Throws when the API cannot be reached: it is tried again. */
export type TokenSource = () => Promise<{ token: string } | { refused: ClosedReason }>

export interface Connection {
  awareness: Awareness
  state: Pick<Value<SaveState>, 'get' | 'subscribe'>
  close: () => void
}

/** Closings after which trying again would only be refused again. 4401 and 4503 are not among them. */
const finalReasons: ReadonlyMap<number, ClosedReason> = new Map([
  [closeCodes.forbidden, 'forbidden'],
  [closeCodes.gone, 'gone'],
  [closeCodes.refused, 'refused'],
  [closeCodes.outdated, 'outdated'],
])

/** Keeps the document and the server's one, over a socket that comes back by itself. `name` is the lesson's id. */
export function openConnection(doc: Y.Doc, name: string, url: string, tokenSource: TokenSource): Connection {
  const state = createValue<SaveState>(startingSaveState)
  const tell = (event: SaveEvent) => state.set(reduceSaveState(state.get(), event))

  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: countingSocket((step) => tell({ type: 'sent', step })),
    minDelay: 500,
    delay: 500,
    maxDelay: 8_000,
    onOpen: () => tell({ type: 'opened' }),
  })
  const end = (reason: ClosedReason) => {
    tell({ type: 'ended', reason })
    socket.disconnect()
  }
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    websocketProvider: socket,
    token: async () => {
      const answer = await tokenSource()
      if ('token' in answer) return answer.token
      end(answer.refused)
      throw new Error(`No token: ${answer.refused}`)
    },
    onSynced: () => tell({ type: 'loaded' }),
    onStateless: ({ payload }) => {
      const message = serverMessageSchema.safeParse(JSON.parse(payload))
      if (message.success) tell({ type: 'told', message: message.data })
    },
    onClose: ({ event }) => {
      const reason = finalReasons.get(event.code)
      if (reason) end(reason)
      tell({ type: 'disconnected' })
    },
    onAuthenticationFailed: () => giveUp(socket.webSocket),
  })
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) tell({ type: 'edited' })
  }
  doc.on('update', onUpdate)
  provider.attach()

  return {
    awareness: awarenessOf(provider),
    state,
    close() {
      doc.off('update', onUpdate)
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
