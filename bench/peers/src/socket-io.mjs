/**
 * Stock Socket.IO with nothing in it. With `BENCH_GREETING`, a file, it is the floor of a viewer's join as well: it answers every request with those bytes, and whoever
 * watches with nothing new. It asks nobody who they are, and has no database.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { ready } from './ready.mjs'

const greeting = process.env.BENCH_GREETING ? readFileSync(process.env.BENCH_GREETING) : null
const headers = { 'content-type': 'application/json', 'content-encoding': 'br', etag: '"x"' }
const server = createServer((request, response) => {
  response.writeHead(greeting ? 200 : 404, { ...headers, 'content-length': greeting?.length ?? 0 }).end(greeting)
})
const io = new Server(server)
if (greeting) {
  io.on('connection', (socket) => {
    socket.on('lesson:watch', (_request, answer) => answer({ ok: true, version: 'x', changes: [] }))
  })
}
server.listen(0, '127.0.0.1', () => ready(server.address().port))
