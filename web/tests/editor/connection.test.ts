/** What the page makes of a socket that the server closes. */
import '../support/browser-window.ts'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { openConnection, type Connection } from '../../src/editor/connection/connection.ts'
import { wouldLoseEdits } from '../../src/editor/connection/save-state.ts'

const TOO_LARGE = 1009

/** What the server says once it knows who it is: the lesson's name, type 2, subtype 2, what may be done. */
const letIn = (() => {
  const encoder = createEncoder()
  writeVarString(encoder, '1')
  writeVarUint(encoder, 2)
  writeVarUint(encoder, 2)
  writeVarString(encoder, 'read-write')
  return toUint8Array(encoder)
})()

let server: WebSocketServer
let connection: Connection
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, maxPayload: 100_000 })
  await once(server, 'listening')
})
afterEach(() => {
  connection.close()
  server.close()
})

/** A page that has the lesson open, at that server. */
function open(doc = new Y.Doc()): Y.Doc {
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  connection = openConnection({ doc, name: '1', url, tokens: async () => ({ token: 'any' }), onEdit: () => {} })
  return doc
}

test('a frame that the server finds too large is not sent again and again: it ends the connection, and is not called saved', async () => {
  const closings: number[] = []
  server.on('connection', (socket) => {
    socket.on('error', () => {})
    socket.on('close', (code) => closings.push(code))
    // Before it is let in the page sends nothing of the lesson, so that any message will do to answer to.
    socket.once('message', () => socket.close(TOO_LARGE, 'too large'))
  })
  open().getMap('meta').set('large', 'x'.repeat(200_000))
  await expect.poll(() => connection.state.get().closed).toBe('refused')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(closings).toEqual([TOO_LARGE])
  expect(wouldLoseEdits(connection.state.get())).toBe(true)
})

test('what could not be sent on one connection is not sent on the next, which begins with all there is', async () => {
  const connections: Buffer[][] = []
  server.on('connection', (socket) => {
    const frames: Buffer[] = []
    connections.push(frames)
    socket.on('message', (frame: Buffer) => frames.push(frame))
    // Let in: from then on the stock provider sends what has been waiting.
    socket.send(letIn)
    if (connections.length === 1) socket.once('message', () => socket.close())
  })
  const doc = open()
  await expect.poll(() => connections[0]?.length).toBeGreaterThan(0)
  await expect.poll(() => connection.state.get().socket).toBe('closed')
  doc.getMap('meta').set('note', 'made while away')
  await expect.poll(() => connections[1]?.length, { timeout: 5_000 }).toBeGreaterThan(1)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(connections[1]?.some((frame) => frame.includes('made while away'))).toBe(false)
})
