import { serverMessageSchema } from '@anawim/lesson'
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { ApiClient } from './api-client.ts'
import { counted } from './counted.ts'

/** An editor's real connection to a lesson, which notes what it was told is saved. */
export interface RecordingEditor {
  doc: Y.Doc
  /** How many structs of this client exist: what an edit raises. */
  clock(): number
  /** Up to which clock this client's edits were reported as saved, by the state vector or by the count of messages. */
  savedClock(): number
  /** How many `saved` messages came. */
  reports(): number
  /** What contradicts the contract: more messages saved than were sent, a refusal. */
  complaints: string[]
  /** Goes away without a word more. */
  destroy(): void
}

/** Opens the lesson, and resolves when it is synced and the first `saved` has come. */
export async function openEditor(client: ApiClient, lessonId: number, timeout = 10_000): Promise<RecordingEditor> {
  const { token, name, url } = await client.ask<{ token: string; name: string; url: string }>(
    'POST',
    `/api/lessons/${lessonId}/collab-token`,
    { schemaVersion: SCHEMA_VERSION },
  )
  const doc = new Y.Doc()
  const clock = () => Y.getState(doc.store, doc.clientID)
  const complaints: string[] = []
  /** The clock at the time of each sync message that this connection sent. */
  let sent: number[] = []
  let savedClock = 0
  let reports = 0

  class RecordingSocket extends WebSocket {
    constructor(address: string) {
      super(address)
      sent = []
    }
    override send(data: Uint8Array<ArrayBuffer>): void {
      if (isCounted(data)) sent.push(clock())
      super.send(data)
    }
  }

  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: RecordingSocket })
  const provider = new HocuspocusProvider({ websocketProvider, name, token, document: doc })
  provider.on('stateless', ({ payload }: { payload: string }) => {
    const message = serverMessageSchema.parse(JSON.parse(payload))
    if (message.type === 'refused') complaints.push(`message ${message.message} was refused: ${message.code}`)
    if (message.type !== 'saved') return
    reports++
    const byVector = Y.decodeStateVector(Buffer.from(message.stateVector, 'base64')).get(doc.clientID) ?? 0
    if (byVector > clock()) complaints.push(`clock ${byVector} is said to be saved, but only ${clock()} was made`)
    if (message.messages > sent.length) {
      complaints.push(`${message.messages} messages are said to be saved, but only ${sent.length} were sent`)
    }
    const byCount = sent[Math.min(message.messages, sent.length) - 1] ?? 0
    savedClock = Math.max(savedClock, byVector, byCount)
  })
  /** What became of it before it was in: how its sockets closed, and that it was let in. */
  const course: (number | string)[] = []
  websocketProvider.on('close', ({ event }: { event: { code: number } }) => course.push(event.code))
  provider.on('authenticated', () => course.push('let in'))
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => course.push(reason))
  const destroy = () => {
    provider.destroy()
    websocketProvider.destroy()
    doc.destroy()
  }

  provider.attach()
  const end = Date.now() + timeout
  while (!provider.isSynced || reports === 0) {
    if (Date.now() > end) {
      destroy()
      const what = provider.isSynced ? 'synced, but nothing was said to be saved' : 'never synced'
      throw new Error(`lesson ${lessonId}: ${what} (${counted(course).join(', ')})`)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return { doc, clock, savedClock: () => savedClock, reports: () => reports, complaints, destroy }
}

/** Is this frame one of those that `saved` counts: a sync step 2 or an update? */
function isCounted(frame: Uint8Array): boolean {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  const isSync = type === 0 || type === 4
  return isSync && [1, 2].includes(decoding.readVarUint(decoder))
}
