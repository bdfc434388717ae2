/** An editor of a Yjs document: of our server, Hocuspocus, y-websocket, or a relay of such frames. */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { encodeMotion, serverMessageSchema } from '@anawim/lesson'
import { createDocState, moveElements } from '@anawim/lesson/doc'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { lessonContent } from '../../lesson-content.ts'
import { BareSocket } from '../bare-socket.ts'
import { fetchBytes } from '../fetch-bytes.ts'
import type { Client, ClientOptions } from '../client.ts'
import type { EditorDoor } from '../door.ts'
import { stampNow } from '../stamp.ts'
import { steps, YjsFraming } from '../yjs-frames.ts'

export class YjsClient implements Client {
  #door: EditorDoor
  #options: ClientOptions
  #framing: YjsFraming
  #doc: Y.Doc | null = null
  #socket: BareSocket | null = null
  #presenceFrames = 0
  #isShown = false
  /** Bytes that came before the socket did. */
  #httpBytes = 0
  /** The snapshot with which it came (Yjs v1). */
  #snapshot: Uint8Array | null = null
  /** The first that comes is no frame: a relay hands the whole lesson to a newcomer. */
  #isGreeted: boolean
  #joined = () => {}

  constructor(door: EditorDoor, options: ClientOptions) {
    this.#door = door
    this.#options = options
    this.#isGreeted = door.protocol === 'relay' && options.isFresh
    this.#framing = new YjsFraming(door.protocol === 'y-websocket' ? null : door.name)
  }

  async join(): Promise<void> {
    const { protocol, url, name, token } = this.#door
    const isInside = new Promise<void>((resolve) => (this.#joined = resolve))
    this.#snapshot = await this.#fetchSnapshot()
    const path = protocol === 'hocuspocus' ? '' : `/${name}`
    this.#socket = await BareSocket.open(url + path, { onMessage: (payload) => this.#read(payload) })
    if (protocol === 'relay') {
      if (this.#options.isEditor) this.#openDocument(createDocState(lessonContent(this.#options.elements)))
      if (!this.#options.isFresh) this.#joined()
    } else {
      if (protocol === 'hocuspocus') this.#socket.send(this.#framing.auth(token))
      this.#socket.send(this.#framing.sync(steps.step1, this.#knownState()))
    }
    await isInside
    this.#socket.isReading = this.#options.isSampled
  }

  edit(number: number): void {
    if (!this.#doc) throw new Error('it has not joined as an editor')
    const box = { x: stampNow() / 10, y: number / 10, width: 100, height: 50, rotation: 0 }
    moveElements(this.#doc, [{ id: this.#options.element, box }])
  }

  drag(number: number): void {
    const doc = this.#doc
    if (!doc) throw new Error('it has not joined as an editor')
    if (!this.#isShown) this.#show(doc.clientID)
    this.#isShown = true
    // As long as the ids of ours are, whatever they are called here.
    const id = this.#options.element.padEnd(10, '_')
    const motion = encodeMotion({
      cursor: { x: 100 + number, y: 100 + number },
      boxes: new Map([[id, [1000 + 10 * number, 1000 + 10 * number, 1000, 500, 0]]]),
    })
    this.#socket?.send(this.#framing.motion(motion))
  }

  /** Who shows nothing of itself moves nothing either. */
  #show(clientId: number): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, JSON.stringify({ pageId: 'p1', cursor: null, selection: [this.#options.element] }))
    this.#socket?.send(this.#framing.awareness(encoding.toUint8Array(encoder)))
  }

  stayAlive(): void {}

  received() {
    return {
      frames: this.#socket?.frames ?? 0,
      bytes: (this.#socket?.bytes ?? 0) + this.#httpBytes,
      presenceFrames: this.#presenceFrames,
    }
  }

  closed = () => this.#socket?.closed ?? null

  leave(): void {
    this.#socket?.close()
    this.#doc?.destroy()
  }

  /** As our editor does: what comes packed and from a cache need not come over the socket. */
  async #fetchSnapshot(): Promise<Uint8Array | null> {
    const { snapshot } = this.#door
    if (!snapshot || !this.#options.isFresh) return null
    const { body, headers } = await fetchBytes(snapshot.url, snapshot.token, 'gzip')
    this.#httpBytes = body.byteLength
    const packed = headers['content-encoding'] === 'gzip' ? await promisify(gunzip)(body) : body
    return Y.convertUpdateFormatV2ToV1(packed)
  }

  #knownState(): Uint8Array {
    return this.#snapshot ? Y.encodeStateVectorFromUpdate(this.#snapshot) : Y.encodeStateVector(new Y.Doc())
  }

  #openDocument(state: Uint8Array): void {
    if (!this.#options.isEditor) return
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    doc.on('update', (update: Uint8Array) => this.#socket?.send(this.#framing.sync(steps.update, update)))
    this.#doc = doc
  }

  #read(payload: Buffer): void {
    if (this.#isGreeted) {
      this.#isGreeted = false
      return this.#joined()
    }
    const frame = this.#framing.read(payload)
    if (frame.kind === 'awareness') this.#presenceFrames++
    if (frame.kind === 'stateless') this.#readStateless(frame.text)
    if (frame.kind !== 'sync') return
    if (frame.step === steps.step2) {
      const state = this.#snapshot ? Y.mergeUpdates([this.#snapshot, frame.bytes]) : frame.bytes
      if (!this.#doc) this.#openDocument(state)
      this.#joined()
    }
    if (frame.step === steps.update) this.#readUpdate(frame.bytes)
  }

  #readUpdate(update: Uint8Array): void {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) continue
      const [geometry]: unknown[] = struct.content.arr
      if (!Array.isArray(geometry)) continue
      const [stamp, number]: unknown[] = geometry
      this.#options.events.seen(struct.id.client, Number(number), Number(stamp))
    }
  }

  #readStateless(text: string): void {
    const message = serverMessageSchema.parse(JSON.parse(text))
    if (message.type === 'refused') throw new Error(`an edit was refused: ${message.code}`)
    if (message.type === 'saved') this.#options.events.saved(message.messages)
  }
}
