/** What the page makes of a socket that the server closes. */
import '../support/browser-window.ts'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { openConnection, type Connection } from '../../src/editor/connection/connection.ts'
import { wouldLoseEdits } from '../../src/editor/connection/save-state.ts'

const TOO_LARGE = 1009

const server = new WebSocketServer({ port: 0, maxPayload: 100_000 })
let connection: Connection
afterEach(() => {
  connection.close()
  server.close()
})

test('a frame that the server finds too large is not sent again and again: it ends the connection, and is not called saved', async () => {
  const closings: number[] = []
  server.on('connection', (socket) => {
    socket.on('error', () => {})
    socket.on('close', (code) => closings.push(code))
    // Before it is let in the page sends nothing of the lesson, so that any message will do to answer to.
    socket.once('message', () => socket.close(TOO_LARGE, 'too large'))
  })
  if (!server.address()) await once(server, 'listening')
  const doc = new Y.Doc()
  connection = openConnection({
    doc,
    name: '1',
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens: async () => ({ token: 'any' }),
    onEdit: () => {},
  })
  doc.getMap('meta').set('large', 'x'.repeat(200_000))
  await expect.poll(() => connection.state.get().closed).toBe('refused')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(closings).toEqual([TOO_LARGE])
  expect(wouldLoseEdits(connection.state.get())).toBe(true)
})
