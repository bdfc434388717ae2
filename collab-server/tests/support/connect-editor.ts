import type { Database, UserRow } from '@anawim/db'
import { serverMessageSchema, type ServerMessage } from '@anawim/lesson'
import { addElements, readContent, readPages } from '@anawim/lesson/doc'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { RunningCollab } from './start-collab.ts'
import { until } from './until.ts'

export interface EditorOptions {
  /** Instead of a token of that person for that lesson. */
  token?: string | (() => Promise<string>)
  document?: Y.Doc
  name?: string
  /** Wait until it is in sync; true when nothing is said. */
  isAwaited?: boolean
  /** Come back after a close; false when nothing is said. */
  comesBack?: boolean
}

export async function collabToken(db: Database, user: UserRow, lessonId: number): Promise<string> {
  const { tokenVersion: ver } = (await db.users.byId(user.id)) ?? user
  return (await db.tokens.signCollab({ userId: user.id, lessonId, ver })).token
}

/** A real provider, as a browser would run it, with eyes on what passes. */
export async function connectEditor(
  server: Pick<RunningCollab, 'host' | 'db'>,
  user: UserRow,
  lessonId: number,
  options: EditorOptions = {},
) {
  const document = options.document ?? new Y.Doc()
  const messages: ServerMessage[] = []
  const closes: number[] = []
  const counts = { sent: 0 }

  /** Counts the sync messages (step 2 and update) of the present connection. */
  class CountingSocket extends WebSocket {
    constructor(address: string) {
      super(address)
      // Also who leaves before it is connected is told so.
      this.on('error', () => {})
    }
    override send(data: Uint8Array): void {
      if (isEdit(data)) counts.sent++
      super.send(data)
    }
  }
  const token = options.token ?? (() => collabToken(server.db, user, lessonId))
  const socket = new HocuspocusProviderWebsocket({
    url: `ws://${server.host}/collab`,
    WebSocketPolyfill: CountingSocket,
    // The stock provider comes back after this long, whatever the close code was.
    delay: options.comesBack ? 50 : 600_000,
    minDelay: 20,
    autoConnect: true,
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: options.name ?? String(lessonId),
    document,
    token,
    onStateless: ({ payload }) => messages.push(serverMessageSchema.parse(JSON.parse(payload))),
  })
  socket.on('open', () => {
    counts.sent = 0
    messages.length = 0
  })
  socket.on('close', ({ event }: { event: { code: number } }) => {
    closes.push(event.code)
  })
  provider.attach()

  const editor = {
    document,
    provider,
    socket,
    messages,
    closes,
    counts,
    lastSaved: () => messages.findLast((message) => message.type === 'saved'),
    /** All that was sent on this connection is durable, as the server says. */
    isSaved: () => (editor.lastSaved()?.messages ?? -1) >= counts.sent && counts.sent > 0,
    whenSaved: (ms?: number) => until('everything is saved', () => editor.isSaved(), ms),
    whenSynced: (ms?: number) => until('the editor is in sync', () => provider.isSynced, ms),
    whenClosed: (ms?: number) => until('the socket is closed', () => closes.length > 0, ms),
    /** Adds a rectangle to the first page; its id is answered. */
    draw(id: string): string {
      const [page] = readPages(document)
      return addElements(document, page?.id ?? '', [rectangle(id)])[0] ?? ''
    },
    /** Adds a text box with that text to the first page. */
    type(id: string, text: string): string {
      const [page] = readPages(document)
      const content = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }]
      const box = { id, kind: 'text' as const, x: 10, y: 20, width: 300, height: 50, rotation: 0 }
      return addElements(document, page?.id ?? '', [{ ...box, text: { type: 'doc' as const, content } }])[0] ?? ''
    },
    ids: () => elementIds(document),
    content: () => readContent(document),
    async goOffline() {
      socket.shouldConnect = false
      socket.disconnect()
      await until('offline', () => socket.status === 'disconnected')
    },
    async comeBack() {
      await socket.connect()
      await editor.whenSynced()
    },
    leave() {
      provider.destroy()
      socket.destroy()
    },
  }
  if (options.isAwaited !== false) await editor.whenSynced()
  return editor
}
export type Editor = Awaited<ReturnType<typeof connectEditor>>

export function rectangle(id: string, x = 10) {
  return {
    id,
    kind: 'shape' as const,
    shape: 'rectangle' as const,
    x,
    y: 20,
    width: 100,
    height: 50,
    rotation: 0,
    fill: '#ffd43b',
    stroke: '#1f2937',
    strokeWidth: 2,
  }
}

export function elementIds(document: Y.Doc): string[] {
  return readContent(document).pages.flatMap((page) => page.elements.map((element) => element.id))
}

function isEdit(data: Uint8Array): boolean {
  const decoder = decoding.createDecoder(new Uint8Array(data))
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  return (type === 0 || type === 4) && decoding.readVarUint(decoder) > 0
}
