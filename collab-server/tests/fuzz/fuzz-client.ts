/** An editor that remembers every sync message it sent, and which of them it was told are saved. */
import { closeCodes, serverMessageSchema } from '@anawim/lesson'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { counted } from '../../../scripts/testing/counted.ts'
import { until } from '../support/until.ts'

/** What was claimed at one moment: these bytes are durable, and this state vector. */
export interface Claim {
  /** To whom, and of which messages of its connection. */
  told: string
  updates: Uint8Array[]
  stateVector: Map<number, number>
}

export interface FuzzClient {
  name: string
  document: Y.Doc
  /** Takes the claims that were made since the last call. */
  takeClaims(): Claim[]
  /** What the server must never do to an honest client. */
  complaints: string[]
  /** It was told that what it has contradicts what is here: a page then keeps a copy and starts afresh. */
  isContradicted(): boolean
  isOnline(): boolean
  /** Has it learnt of this client id, from what somebody wrote or showed? */
  knows(clientId: number): boolean
  /** In sync, and told that everything it sent on this connection is saved. */
  isSettled(): boolean
  /** How often it was told that Postgres is away, and when the last time, in milliseconds of `performance.now()`. */
  troubles(): { count: number; at: number }
  /** For a person who reads a failure. */
  state(): string
  goOffline(): void
  comeBack(): void
  /** The network drops the connection without a word; the provider comes back by itself. */
  dropConnection(): void
  /** The page is gone. */
  leave(): void
}

interface Sent {
  updates: Uint8Array[]
  told: number
}

export function openFuzzClient(
  host: string,
  lessonId: number,
  token: () => Promise<string>,
  name: string,
  document: Y.Doc,
): FuzzClient {
  const claims: Claim[] = []
  const complaints: string[] = []
  let present: Sent = { updates: [], told: 0 }
  /** Of the connection on which something was said last. */
  let heard = present
  const closes: number[] = []
  let isOnline = true
  let isContradicted = false
  const troubles = { count: 0, at: 0 }

  /** Each connection counts its own sync messages. */
  class RecordingSocket extends WebSocket {
    readonly sent: Sent = { updates: [], told: 0 }
    constructor(address: string) {
      super(address)
      present = this.sent
      this.on('error', () => {})
      // What is said on one connection is of that one alone.
      this.on('message', () => (heard = this.sent))
    }
    override send(data: Uint8Array): void {
      const update = readEdit(data)
      if (update) this.sent.updates.push(update)
      super.send(data)
    }
  }

  const socket = new HocuspocusProviderWebsocket({
    url: `ws://${host}/collab`,
    WebSocketPolyfill: RecordingSocket,
    delay: 30,
    minDelay: 10,
    maxDelay: 150,
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: String(lessonId),
    document,
    token,
    onStateless({ payload }) {
      const message = serverMessageSchema.parse(JSON.parse(payload))
      if (message.type === 'retrying') Object.assign(troubles, { count: troubles.count + 1, at: performance.now() })
      if (message.type === 'refused' && message.code === 'contradiction') isContradicted = true
      if (message.type === 'refused')
        complaints.push(`${name}: message ${message.message} of ${present.updates.length} refused, ${message.code}`)
      if (message.type !== 'saved') return
      if (heard !== present) complaints.push(`${name}: hears a connection that it has given up`)
      if (message.messages > present.updates.length) complaints.push(`${name}: told of ${message.messages} messages`)
      claims.push({
        told: `${name}, ${message.messages} of ${present.updates.length}, after ${present.told}`,
        updates: present.updates.slice(present.told, message.messages),
        stateVector: Y.decodeStateVector(Buffer.from(message.stateVector, 'base64')),
      })
      present.told = Math.max(present.told, message.messages)
    },
  })
  const connect = socket.connect.bind(socket)
  // Once closed, the stock provider arranges to come back, whatever it is told meanwhile; and a second order makes a second connection.
  socket.connect = async () => {
    if (isOnline && socket.status === 'disconnected') await connect()
  }
  socket.on('close', ({ event }: { event: { code: number } }) => {
    closes.push(event.code)
    if (event.code >= 4400 && event.code !== closeCodes.tryLater) complaints.push(`${name}: closed with ${event.code}`)
  })
  provider.attach()

  return {
    name,
    document,
    complaints,
    isContradicted: () => isContradicted,
    takeClaims: () => claims.splice(0),
    isOnline: () => isOnline,
    knows: (clientId) =>
      Y.getState(document.store, clientId) > 0 || provider.awareness?.getStates().has(clientId) === true,
    isSettled: () => provider.isSynced && present.updates.length > 0 && present.told === present.updates.length,
    troubles: () => ({ ...troubles }),
    state: () =>
      `${name} is ${socket.status}, ${provider.isSynced ? 'in sync' : 'not in sync'}, told of ${present.told} of ${present.updates.length}, closed with ${counted(closes).join(', ')}`,
    goOffline() {
      isOnline = false
      socket.shouldConnect = false
      socket.disconnect()
    },
    comeBack() {
      isOnline = true
      // The stock provider takes no order to connect while it is still closing.
      void until('it is closed', () => !isOnline || socket.status === 'disconnected', 60_000).then(
        () => isOnline && socket.connect(),
        () => complaints.push(`${name}: does not get rid of its old connection`),
      )
    },
    dropConnection() {
      const { webSocket } = socket
      if (webSocket instanceof WebSocket) webSocket.terminate()
    },
    leave() {
      provider.destroy()
      socket.destroy()
    },
  }
}

/** The update in a frame that is a step 2 or an update. */
function readEdit(data: Uint8Array): Uint8Array | null {
  const decoder = decoding.createDecoder(new Uint8Array(data))
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type !== 0 && type !== 4) return null
  return decoding.readVarUint(decoder) > 0 ? decoding.readVarUint8Array(decoder).slice() : null
}
