/** Stock `@y/websocket-server` without persistence. */
import { createServer } from 'node:http'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { ready, state } from './ready.mjs'

const initial = state()
if (initial) {
  setPersistence({
    provider: null,
    bindState: (_name, document) => Y.applyUpdate(document, initial),
    writeState: async () => {},
  })
}
const server = createServer()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
sockets.on('connection', setupWSConnection)
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request)),
)
server.listen(0, '127.0.0.1', () => ready(server.address().port))
