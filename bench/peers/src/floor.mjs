/**
 * The floor of a server like ours: only what cannot be left out. A frame in, Yjs applies it (to know what it means, and to have the whole for who comes), what came is merged
 * and sent at the same rhythm as ours from one frame for everybody, and rows go into PostgreSQL by group commit. Nobody is asked who they are, nothing is judged, nobody is told
 * that anything is saved, and there is no JSON. Speaks the framing of y-websocket; names that begin with `v` are viewers of the lesson that follows.
 */
import pg from 'pg'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { ready, state } from './ready.mjs'

/** As ours: COLLAB_FLUSH_MS, VIEWER_PATCH_MS, COLLAB_GATHER_MS. */
const FLUSH_MS = 34
const PATCH_MS = 150
const GATHER_MS = 30

const initial = state()
const lessons = new Map()
const database = new pg.Client({ connectionString: process.env.BENCH_DATABASE })
await database.connect()
await database.query('CREATE TABLE rows (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea)')

let rows = []
let isWriting = false
async function writeRows() {
  if (isWriting) return
  isWriting = true
  await new Promise((resolve) => setTimeout(resolve, GATHER_MS))
  const batch = rows
  rows = []
  const text = 'INSERT INTO rows (bytes) SELECT unnest($1::bytea[]) RETURNING id'
  await database.query({ name: 'append', text, values: [batch] })
  isWriting = false
  if (rows.length > 0) void writeRows()
}

function syncFrame(step, bytes) {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Sends what waits to its sockets, at once when it was quiet, else when the time has come. */
function audience(everyMs) {
  const sockets = new Set()
  let waiting = []
  let timer = null
  let sentAt = -Infinity
  const send = () => {
    timer = null
    sentAt = performance.now()
    const frame = syncFrame(2, waiting.length === 1 ? waiting[0] : Y.mergeUpdates(waiting))
    waiting = []
    for (const socket of sockets) socket.send(frame)
  }
  return {
    sockets,
    push(update) {
      if (sockets.size === 0) return
      waiting.push(update)
      timer ??= setTimeout(send, Math.max(0, Math.ceil(sentAt + everyMs - performance.now())))
    },
  }
}

function open(name) {
  const doc = new Y.Doc()
  if (initial) Y.applyUpdate(doc, initial)
  const lesson = { doc, editors: audience(FLUSH_MS), viewers: audience(PATCH_MS) }
  doc.on('update', (update) => {
    lesson.editors.push(update)
    lesson.viewers.push(update)
    rows.push(Buffer.from(update))
    void writeRows()
  })
  lessons.set(name, lesson)
  return lesson
}

function take(lesson, socket, data) {
  const decoder = decoding.createDecoder(data)
  if (decoding.readVarUint(decoder) !== 0) return
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === 0) socket.send(syncFrame(1, Y.encodeStateAsUpdate(lesson.doc, bytes)))
  else Y.applyUpdate(lesson.doc, bytes, socket)
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, request) => {
  const path = (request.url ?? '/').slice(1)
  const isViewer = path.startsWith('v')
  const name = isViewer ? path.slice(1) : path
  const lesson = lessons.get(name) ?? open(name)
  const { sockets } = isViewer ? lesson.viewers : lesson.editors
  sockets.add(socket)
  socket.on('message', (data) => take(lesson, socket, data))
  socket.on('close', () => sockets.delete(socket))
})
server.on('listening', () => ready(server.address().port))
