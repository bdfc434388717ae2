/** The floor: a bare `ws` that hands each message to everybody else in the same room, and reads nothing. `BENCH_GREETING` names a file that each newcomer is sent. */
import { readFileSync } from 'node:fs'
import { WebSocketServer } from 'ws'
import { ready } from './ready.mjs'

const greeting = process.env.BENCH_GREETING ? readFileSync(process.env.BENCH_GREETING) : null
const rooms = new Map()
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })

server.on('connection', (socket, request) => {
  const name = request.url ?? ''
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  if (greeting) socket.send(greeting)
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
server.on('listening', () => ready(server.address().port))
