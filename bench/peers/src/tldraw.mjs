/** tldraw's room of one process, in memory: `TLSocketRoom` on a bare `ws`. Its shapes are rectangles named e0, e1, … like ours. */
import { TLSocketRoom } from '@tldraw/sync-core'
import { createShapeId, createTLSchema, DocumentRecordType, PageRecordType, TLDOCUMENT_ID } from '@tldraw/tlschema'
import { WebSocketServer } from 'ws'
import { elementCount, ready } from './ready.mjs'

const schema = createTLSchema()
const page = PageRecordType.create({ id: PageRecordType.createId('page'), name: 'Page 1', index: 'a1' })
const records = [
  DocumentRecordType.create({ id: TLDOCUMENT_ID }),
  page,
  ...Array.from({ length: elementCount() }, (_, place) => rectangle(place)),
]

function rectangle(place) {
  return {
    id: createShapeId(`e${place}`),
    typeName: 'shape',
    type: 'geo',
    parentId: page.id,
    index: 'a1',
    x: 40 + (place % 100) * 12,
    y: 40 + Math.floor(place / 100) * 12,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      geo: 'rectangle',
      flipX: false,
      flipY: false,
      w: 100,
      h: 50,
      dash: 'draw',
      url: '',
      growY: 0,
      scale: 1,
      labelColor: 'black',
      color: 'yellow',
      fill: 'solid',
      size: 'm',
      font: 'draw',
      align: 'middle',
      verticalAlign: 'middle',
      richText: { type: 'doc', content: [{ type: 'paragraph' }] },
    },
  }
}

const rooms = new Map()
function roomOf(name) {
  const room =
    rooms.get(name) ??
    new TLSocketRoom({
      schema,
      initialSnapshot: {
        documentClock: 0,
        tombstoneHistoryStartsAtClock: 0,
        schema: schema.serialize(),
        documents: records.map((state) => ({ state, lastChangedClock: 0 })),
      },
    })
  rooms.set(name, room)
  return room
}

let sessions = 0
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, request) => {
  roomOf(request.url ?? '').handleSocketConnect({ sessionId: `s${sessions++}`, socket })
})
server.on('listening', () => ready(server.address().port, { hello: JSON.stringify(schema.serialize()) }))
