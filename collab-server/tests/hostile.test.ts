import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '@anawim/lesson'
import * as Y from 'yjs'
import { collabToken, connectEditor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import { connectRaw, frame, frameType, step1Frame, syncFrame } from './support/raw-editor.ts'
import type { RunningCollab, School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let server: RunningCollab
let lessonId: number
let name: string

beforeEach(async () => {
  ;({ at, people, lessonId } = await openLesson())
  name = String(lessonId)
  server = await at.start()
})
afterEach(() => at.close())

async function insider() {
  const raw = await connectRaw(server)
  await raw.logIn(name, await collabToken(at.db, people.root, lessonId))
  return raw
}

/** What a client did on a document of its own, as updates. */
function updatesOf(work: (document: Y.Doc) => void): Uint8Array[] {
  const document = new Y.Doc()
  const updates: Uint8Array[] = []
  document.on('update', (update: Uint8Array) => updates.push(update))
  work(document)
  return updates
}

describe('a frame that makes no sense', () => {
  const frames: [string, () => Uint8Array | string][] = [
    ['text', () => 'hello'],
    ['nothing', () => new Uint8Array()],
    ['noise', () => randomBytes(300)],
    ['an unknown type', () => frame(name, 99)],
    ['a message between servers', () => frame(name, frameType.broadcast)],
    ['a sync message without bytes', () => frame(name, frameType.sync)],
    ['an update that is none', () => syncFrame(name, 2, randomBytes(200))],
    ['an empty update', () => syncFrame(name, 2, new Uint8Array())],
    ['a step 2 that is none', () => syncFrame(name, 1, new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255]))],
    ['a state vector that is none', () => syncFrame(name, 0, new Uint8Array([200, 1, 1]))],
    ['an unknown sync step', () => syncFrame(name, 9, new Uint8Array([0]))],
    [
      'an update of a foreign root',
      () => syncFrame(name, 2, updatesOf((doc) => doc.getMap('evil').set('a', 1))[0] ?? new Uint8Array()),
    ],
  ]
  test.each(frames)('(%s) closes its sender, and touches nobody else', async (_what, make) => {
    const alice = await connectEditor(server, people.alice, lessonId)
    const raw = await insider()
    raw.socket.send(make())
    expect(await raw.whenClosed()).toBe(closeCodes.refused)
    alice.draw('a')
    await alice.whenSaved()
    expect(alice.closes).toEqual([])
    alice.leave()
  })

  test('before a login, or too large, ends nothing but its own socket', async () => {
    const alice = await connectEditor(server, people.alice, lessonId)
    for (const bytes of [randomBytes(100), frame('x', 99), step1Frame('999'), Buffer.alloc(17 * 1024 * 1024)]) {
      const raw = await connectRaw(server)
      raw.socket.send(bytes)
      await new Promise((resolve) => setTimeout(resolve, 50))
      raw.socket.terminate()
    }
    alice.draw('a')
    await alice.whenSaved()
    expect(alice.closes).toEqual([])
    alice.leave()
  })
})

test('the sender of a refused update is told which one', async () => {
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.draw('a')
  await alice.whenSaved()
  alice.document.getMap('elsewhere').set('x', 1)
  await alice.whenClosed()
  expect(alice.closes).toEqual([closeCodes.refused])
  expect(alice.messages.at(-1)).toEqual({ type: 'refused', message: alice.counts.sent, code: 'malformed' })
  alice.leave()
})

test(
  'hundreds of mutated updates: nobody else notices, and the lesson can be loaded',
  { timeout: 60_000 },
  async () => {
    const alice = await connectEditor(server, people.alice, lessonId)
    alice.draw('a')
    await alice.whenSaved()
    const state = Y.encodeStateAsUpdate(alice.document)
    let seed = 42
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
    for (let round = 0; round < 100; round++) {
      const raw = await insider()
      for (let count = 0; count < 3; count++) {
        const mutated = new Uint8Array(state)
        for (let flips = 1 + random(4); flips > 0; flips--) mutated[random(mutated.length)] = random(256)
        raw.socket.send(syncFrame(name, 1 + random(2), mutated))
      }
      await until('answered', () => raw.closeCode() !== null || raw.received.length > 3, 300).catch(() => 0)
      raw.socket.terminate()
    }
    const after = await connectEditor(server, people.alice, lessonId)
    after.draw('after')
    await after.whenSaved()
    expect(after.ids()).toContain('after')
    await server.stop()
    const again = await at.start()
    const reader = await connectEditor(again, people.alice, lessonId)
    expect(reader.content()).toEqual(after.content())
    for (const editor of [alice, after, reader]) editor.leave()
  },
)

describe('an update that builds on what the server lacks', () => {
  test('is asked for and counted only when it is there', async () => {
    const alice = await connectEditor(server, people.alice, lessonId)
    const document = new Y.Doc()
    Y.applyUpdate(document, Y.encodeStateAsUpdate(alice.document))
    const updates: Uint8Array[] = []
    document.on('update', (update: Uint8Array) => updates.push(update))
    document.getMap('meta').set('one', 1)
    document.getMap('meta').set('two', 2)
    const raw = await insider()
    raw.socket.send(syncFrame(name, 2, updates[1] ?? new Uint8Array()))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const saved = () => raw.received.filter((bytes) => Buffer.from(bytes).includes('"saved"'))
    expect(saved()).toEqual([])
    expect(alice.document.getMap('meta').get('two')).toBeUndefined()
    expect(alice.document.store.pendingStructs).toBeNull()
    raw.socket.send(syncFrame(name, 1, Y.encodeStateAsUpdate(document)))
    await until('both are there', () => alice.document.getMap('meta').get('two') === 2)
    await until('both are saved', () => saved().some((bytes) => Buffer.from(bytes).includes('"messages":2')))
    raw.socket.terminate()
    alice.leave()
  })
})

test('an edit that was sent right before leaving is kept', async () => {
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.draw('last')
  alice.leave()
  await until('it is in the JSON', async () =>
    JSON.stringify(await at.db.lessons.withContent(lessonId)).includes('"last"'),
  )
  const again = await connectEditor(server, people.alice, lessonId)
  expect(again.ids()).toEqual(['last'])
  again.leave()
})
