import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import { frameKind } from '../../src/editor/connection/frame-kind.ts'

type Write = (encoder: ReturnType<typeof createEncoder>) => void

const frame = (type: number, write: Write) => {
  const encoder = createEncoder()
  writeVarString(encoder, '128')
  writeVarUint(encoder, type)
  write(encoder)
  return toUint8Array(encoder)
}
const doc = new Y.Doc()
const SYNC = 0
const AWARENESS = 1

test('step 2 and updates, which are counted, are told from presence and from the rest', () => {
  expect(frameKind(frame(SYNC, (encoder) => writeSyncStep2(encoder, doc)))).toBe('two')
  expect(frameKind(frame(SYNC, (encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc))))).toBe('update')
  expect(frameKind(frame(SYNC, (encoder) => writeSyncStep1(encoder, doc)))).toBe('other')
  expect(frameKind(frame(AWARENESS, (encoder) => writeVarUint(encoder, 2)))).toBe('presence')
  expect(frameKind(new Uint8Array([10]))).toBe('other')
})
