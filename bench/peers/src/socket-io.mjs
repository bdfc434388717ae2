/** Stock Socket.IO with nothing in it. */
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { ready } from './ready.mjs'

const server = createServer()
new Server(server)
server.listen(0, '127.0.0.1', () => ready(server.address().port))
