import '../support/browser-window.ts'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSyncMessage, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { type Gathering, gatherOthers } from '../../src/editor/connection/gather-others.ts'

const SYNC = 0
const AWARENESS = 1

let doc: Y.Doc
/** What came to sight, change by change: keys that others wrote, or who is there. */
let seen: string[][]
let gathering: Gathering
let hear: (type: number, text: string) => void

beforeEach(() => {
  vi.useFakeTimers()
  doc = new Y.Doc()
  seen = []
  doc.getMap('notes').observe(({ keysChanged }) => seen.push([...keysChanged].map(String)))
  // As the stock provider takes a frame in.
  const provider = {
    onMessage({ data }: MessageEvent<Uint8Array>) {
      const decoder = createDecoder(data)
      readVarString(decoder)
      if (readVarUint(decoder) === SYNC) readSyncMessage(decoder, createEncoder(), doc, provider)
      else seen.push([readVarString(decoder)])
    },
  }
  gathering = gatherOthers(provider, doc)
  const theirs = new Y.Doc()
  hear = (type, text) => {
    const encoder = createEncoder()
    writeVarString(encoder, '1')
    writeVarUint(encoder, type)
    if (type !== SYNC) writeVarString(encoder, text)
    else {
      const before = Y.encodeStateVector(theirs)
      theirs.getMap('notes').set(text, true)
      writeUpdate(encoder, Y.encodeStateAsUpdate(theirs, before))
    }
    provider.onMessage({ data: toUint8Array(encoder) } as MessageEvent<Uint8Array>)
  }
})
afterEach(() => {
  vi.useRealTimers()
})

const wrote = (...keys: string[]) => {
  for (const key of keys) hear(SYNC, key)
}

test('who only looks sees at once what others do', () => {
  wrote('a', 'b')
  hear(AWARENESS, 'Bình is here')
  expect(seen).toEqual([['a'], ['b'], ['Bình is here']])
})

test('while one edits it comes together, in the frame of one’s own next edit', () => {
  gathering.edited()
  wrote('a')
  hear(AWARENESS, 'Bình is here')
  wrote('b')
  vi.advanceTimersByTime(100)
  expect(seen).toEqual([])
  gathering.edited()
  expect(seen).toEqual([])
  vi.advanceTimersToNextFrame()
  expect(seen).toEqual([['a', 'b'], ['Bình is here']])
  vi.advanceTimersByTime(1_000)
  expect(seen).toHaveLength(2)
})

test('and does not wait for long when one makes none', () => {
  gathering.edited()
  vi.advanceTimersByTime(250)
  wrote('a')
  vi.advanceTimersByTime(100)
  wrote('b')
  expect(seen).toEqual([])
  vi.advanceTimersByTime(50)
  expect(seen).toEqual([['a', 'b']])
  vi.advanceTimersByTime(300)
  wrote('c')
  expect(seen.at(-1)).toEqual(['c'])
})

test('what is no work of others is never held back', () => {
  const STATELESS = 5
  gathering.edited()
  wrote('a')
  hear(STATELESS, 'saved')
  expect(seen).toEqual([['saved']])
})

test('a lesson that was closed shows nothing any more', () => {
  gathering.edited()
  wrote('a')
  gathering.stop()
  vi.advanceTimersByTime(1_000)
  expect(seen).toEqual([])
})
