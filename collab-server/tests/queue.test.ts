import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger } from '@anawim/db'
import * as Y from 'yjs'
import { LessonLog, movedClocks } from '../src/log/lesson-log.ts'
import { mergeRows } from '../src/log/merge-rows.ts'
import { UpdateWriter } from '../src/log/update-writer.ts'
import { readCollabConfig } from '../src/config.ts'
import { connectEditor, elementIds } from './support/connect-editor.ts'
import { proxyDatabase } from './support/database-proxy.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import type { School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

test('while the database is long away, what waits is merged: few rows, and nothing is lost', async () => {
  const proxy = await proxyDatabase(at.database.url)
  at.whenOver(() => proxy.close())
  const server = await at.start({ url: proxy.url, config: { queuedRows: 10, commitTimeoutMs: 2_000 } })
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  alice.draw('first-of-alice')
  root.draw('first-of-root')
  await alice.whenSaved()
  await root.whenSaved()
  const before = (await at.db.updates.load(lessonId))?.updates.length ?? 0
  proxy.cut()
  for (let turn = 0; turn < 100; turn++) {
    alice.draw(`a${turn}`)
    root.draw(`r${turn}`)
  }
  await until('both have all', () => alice.ids().length === 202 && root.ids().length === 202)
  expect(alice.isSaved()).toBe(false)
  proxy.resume()
  await alice.whenSaved(6_000)
  await root.whenSaved(6_000)
  const rows = (await at.db.updates.load(lessonId))?.updates ?? []
  expect(rows.length - before).toBeLessThan(40)
  expect(elementIds(await storedDocument(at.db, lessonId)).toSorted()).toEqual(alice.ids().toSorted())
  // What was merged is compacted like all else: the rows that the server counted are those that are there.
  alice.leave()
  root.leave()
  await until('compacted', async () => (await at.db.updates.load(lessonId))?.updates.length === 0)
  expect(elementIds(await storedDocument(at.db, lessonId)).length).toBe(202)
})

test('rows that are merged say the same, and name each author', () => {
  const document = new Y.Doc()
  const updates: Uint8Array[] = []
  document.on('update', (update) => updates.push(update))
  for (let turn = 0; turn < 6; turn++) document.getMap('elements').set(`e${turn % 4}`, turn)
  const absorbed: unknown[] = []
  const receipt = { absorb: (next: unknown) => absorbed.push(next), again: () => receipt, committed: () => {} }
  const merged = mergeRows(
    updates.map((update, place) => ({
      lessonId: 1,
      update,
      authorId: [7, 8, 7, null, 8, 7][place] ?? null,
      clients: [{ clientId: place % 2, userId: place, carrierId: null, unconfirmedFrom: null }],
      receipt,
      afterCommit: () => {},
    })),
  )
  expect(merged.map(({ authorId }) => authorId)).toEqual([7, 8, null])
  expect(merged.flatMap(({ clients = [] }) => clients.map(({ userId }) => userId))).toEqual([4, 5])
  expect(absorbed.length).toBe(5)
  const rebuilt = new Y.Doc()
  for (const { update } of merged) Y.applyUpdate(rebuilt, update)
  expect(rebuilt.getMap('elements').toJSON()).toEqual(document.getMap('elements').toJSON())
})

test('a snapshot taken while rows wait takes the place of no row that holds more than it', async () => {
  let open = () => {}
  const isOpen = new Promise<void>((resolve) => (open = resolve))
  const append: typeof at.db.updates.append = async (rows) => {
    await isOpen
    return at.db.updates.append(rows)
  }
  const config = { ...readCollabConfig({}), queuedRows: 4 }
  const writer = new UpdateWriter({ updates: { ...at.db.updates, append } }, config, createLogger('test queue'))
  const document = await storedDocument(at.db, lessonId)
  const log = new LessonLog(lessonId, writer, document, { ids: [], lastId: '0' })
  document.on('update', (update: Uint8Array, _origin, _document, transaction) =>
    log.append({ update, authorId: people.alice.id, clocks: movedClocks(transaction) }),
  )
  const write = (key: string) => document.getMap('meta').set(key, 1)
  write('in flight')
  await new Promise((resolve) => setTimeout(resolve, 10))
  for (const key of ['a', 'b']) write(key)
  const snapshot = Y.encodeStateAsUpdate(document)
  const covered = log.whenCommitted(log.position)
  for (const key of ['c', 'd', 'e', 'f', 'g', 'h']) write(key)
  open()
  const lastId = await covered
  await log.whenCommitted(log.position)
  const rows = (await at.db.updates.load(lessonId))?.updates ?? []
  expect(rows.length).toBeLessThan(9)
  const rebuilt = new Y.Doc()
  Y.applyUpdate(rebuilt, snapshot)
  for (const { id, update } of rows) if (BigInt(id) > BigInt(lastId)) Y.applyUpdate(rebuilt, update)
  expect(rebuilt.getMap('meta').toJSON()).toEqual(document.getMap('meta').toJSON())
  expect(log.rowIds).toEqual(rows.map(({ id }) => id))
})

test('rows of another lesson that the database refuses for good make nothing shown as saved that is not', async () => {
  const document = new Y.Doc()
  const log = createLogger('test')
  let edit = (_count: number) => {}
  let tries = 0
  const updates: typeof at.db.updates = {
    ...at.db.updates,
    async append(rows) {
      // While those of the lesson that is no more are tried alone, so much is edited in the other that what waits is merged.
      if (rows.every((row) => row.lessonId !== lessonId) && ++tries === 1) edit(20)
      return at.db.updates.append(rows)
    },
  }
  const writer = new UpdateWriter({ updates }, { ...readCollabConfig({}), queuedRows: 20 }, log)
  const gone = new LessonLog(999_999, writer, new Y.Doc(), { ids: [], lastId: '0' })
  const mine = new LessonLog(lessonId, writer, document, { ids: [], lastId: '0' })
  document.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
    mine.append({ update, authorId: null, clocks: movedClocks(transaction) }),
  )
  edit = (count) => {
    for (let turn = 0; turn < count; turn++) document.getMap('meta').set('note', turn)
  }
  const told: Promise<[number, number]>[] = []
  mine.onCommit(() => {
    const claimed = Y.decodeStateVector(Buffer.from(mine.durableStateVector, 'base64')).get(document.clientID) ?? 0
    const stored = storedDocument(at.db, lessonId).then(({ store }) => Y.getState(store, document.clientID))
    told.push(stored.then((clock) => [claimed, clock]))
  })
  gone.append({ update: new Uint8Array([0, 0]), authorId: null, clocks: new Map() })
  edit(1)
  await writer.settled()
  expect(tries).toBeGreaterThan(0)
  expect(Y.getState((await storedDocument(at.db, lessonId)).store, document.clientID)).toBe(21)
  for (const [claimed, clock] of await Promise.all(told)) expect(claimed).toBeLessThanOrEqual(clock)
  expect(told.length).toBeGreaterThan(0)
})
