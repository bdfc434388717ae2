/** What the gate refuses of an editor's updates, what it sets right, and what it bears with. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DatabaseAwayError } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { collabToken, connectEditor, elementIds } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import { connectRaw, syncFrame } from './support/raw-editor.ts'
import type { RunningCollab, School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let server: RunningCollab
let lessonId: number

beforeEach(async () => {
  ;({ at, people, lessonId } = await openLesson())
  server = await at.start()
})
afterEach(() => at.close())

const elementsIn = (document: Y.Doc) => document.getMap('elements') as Y.Map<Y.Map<unknown>>

/** Alice and Root, with a rectangle `a` that both have. */
async function aliceAndRoot() {
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  alice.draw('a')
  await alice.whenSaved()
  await until('Root has it', () => root.ids().includes('a'))
  return { alice, root }
}

describe('an update is refused, told and kept in quarantine, and nobody else notices, when it brings', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  test.each<[string, string, (document: Y.Doc) => void]>([
    ['an unknown kind', 'unknown_kind', (doc) => elementsIn(doc).set('x', new Y.Map([['kind', 'hologram']]))],
    ['another kind for what stands', 'unknown_kind', (doc) => elementsIn(doc).get('a')?.set('kind', 'hologram')],
    ['no word for a kind', 'malformed', (doc) => elementsIn(doc).get('a')?.set('kind', 7)],
    ['a value that is nested deeply', 'malformed', (doc) => elementsIn(doc).get('a')?.set('x', nested(20))],
    ['a key __proto__', 'malformed', (doc) => elementsIn(doc).get('a')?.set('__proto__', 1)],
    [
      'a key constructor',
      'malformed',
      (doc) =>
        elementsIn(doc)
          .get('a')
          ?.set('x', [{ constructor: 1 }]),
    ],
    ['a key that is far too long', 'malformed', (doc) => elementsIn(doc).get('a')?.set('k'.repeat(201), 1)],
    ['a text that is far too long', 'malformed', (doc) => elementsIn(doc).get('a')?.set('x', 'x'.repeat(100_001))],
    ['a plain value for an element', 'malformed', (doc) => (doc.getMap('elements') as Y.Map<unknown>).set('y', 1)],
    ['a map in an element', 'malformed', (doc) => elementsIn(doc).get('a')?.set('x', new Y.Map())],
    ['an id that is none', 'malformed', (doc) => elementsIn(doc).set('a b', new Y.Map())],
  ])('%s', async (_what, code, work) => {
    const { alice, root } = await aliceAndRoot()
    work(root.document)
    await root.whenClosed()
    expect(root.closes).toEqual([code === 'unknown_kind' ? closeCodes.outdated : closeCodes.refused])
    expect(root.messages.at(-1)).toEqual({ type: 'refused', message: root.counts.sent, code })
    alice.draw('b')
    await alice.whenSaved()
    expect(alice.closes).toEqual([])
    expect(alice.ids()).toEqual(['a', 'b'])
    await until('it is kept', async () => (await at.db.quarantine.list(lessonId)).length > 0)
    const kept = await at.db.quarantine.list(lessonId)
    expect(kept).toMatchObject([{ userId: people.root.id, code }])
    // What it was, and not what became of its bytes when they had been judged.
    expect(Y.decodeUpdate(kept[0]?.update ?? new Uint8Array([0, 0])).structs.length).toBeGreaterThan(0)
    for (const editor of [alice, root]) editor.leave()
  })
})

test('an update that cannot be kept in quarantine is refused all the same, and nobody else notices', async () => {
  const { alice, root } = await aliceAndRoot()
  server.db.quarantine.keep = () => Promise.reject(new DatabaseAwayError('away'))
  elementsIn(root.document).set('x', new Y.Map([['kind', 'hologram']]))
  await root.whenClosed()
  expect(root.closes).toEqual([closeCodes.outdated])
  alice.draw('b')
  await alice.whenSaved()
  expect([alice.closes, alice.ids()]).toEqual([[], ['a', 'b']])
  for (const editor of [alice, root]) editor.leave()
})

test('an unknown kind in what somebody brings from offline is refused likewise', async () => {
  const { alice, root } = await aliceAndRoot()
  const document = new Y.Doc()
  Y.applyUpdate(document, Y.encodeStateAsUpdate(root.document))
  elementsIn(document).set('x', new Y.Map([['kind', 'hologram']]))
  const later = await connectEditor(server, people.root, lessonId, { document, isAwaited: false })
  await later.whenClosed()
  expect(later.closes).toEqual([closeCodes.outdated])
  for (const editor of [alice, root, later]) editor.leave()
})

test('an unknown kind that stands in the document stays, and can be moved by all', async () => {
  await server.stop()
  const made = new Y.Doc()
  Y.applyUpdate(made, (await at.db.updates.load(lessonId))?.snapshot ?? new Uint8Array([0, 0]))
  const before = Y.encodeStateVector(made)
  const hologram: [string, unknown][] = [
    ['kind', 'hologram'],
    ['pageId', 'p1'],
    ['index', 'a0'],
    ['geometry', [1, 2, 3, 4, 0]],
    ['glow', 'bright'],
  ]
  elementsIn(made).set('h', new Y.Map(hologram))
  await at.db.updates.append([{ lessonId, update: Y.encodeStateAsUpdate(made, before), authorId: null }])
  server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  elementsIn(alice.document).get('h')?.set('geometry', [10, 20, 30, 40, 0])
  await alice.whenSaved()
  expect(alice.content().pages[0]?.elements).toMatchObject([{ id: 'h', kind: 'hologram', x: 1, y: 2, glow: 'bright' }])
  expect(alice.closes).toEqual([])
  alice.leave()
})

test('what a lesson cannot have is set right for everybody, through the log, and kept as it was', async () => {
  const { alice, root } = await aliceAndRoot()
  elementsIn(root.document).get('a')?.set('geometry', [1e12, 0, -5, 10, 0])
  elementsIn(root.document).get('a')?.set('fill', { evil: true })
  await root.whenSaved()
  const fieldsOf = (document: Y.Doc) => elementsIn(document).get('a')?.toJSON()
  const wanted = { geometry: [1_000_000, 0, 0, 10, 0], fill: '#ffd43b' }
  await until('both have it right', () =>
    [alice, root].every(({ document }) => fieldsOf(document)?.['fill'] === '#ffd43b'),
  )
  for (const { document, closes } of [alice, root]) {
    expect(fieldsOf(document)).toMatchObject(wanted)
    expect(closes).toEqual([])
  }
  await until('it is kept', async () => (await at.db.quarantine.list(lessonId)).length === 2)
  expect(await at.db.quarantine.list(lessonId)).toMatchObject([{ code: 'repaired' }, { code: 'repaired' }])
  for (const editor of [alice, root]) editor.leave()
  await server.stop()
  expect(fieldsOf(await storedDocument(at.db, lessonId))).toMatchObject(wanted)
})

test('a page that is older than the server is turned away on the socket, and another is let in', async () => {
  const sign = async (schemaVersion: number) => {
    const ver = (await at.db.users.byId(people.alice.id))?.tokenVersion ?? 0
    return (await at.db.tokens.signCollab({ userId: people.alice.id, lessonId, ver, schemaVersion })).token
  }
  for (const version of [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1]) {
    const token = await sign(version)
    const other = await connectEditor(server, people.alice, lessonId, { token, isAwaited: false })
    await other.whenClosed()
    expect(other.closes).toEqual([closeCodes.outdated])
    other.leave()
  }
  const alice = await connectEditor(server, people.alice, lessonId, { token: await sign(SCHEMA_VERSION) })
  alice.draw('a')
  await alice.whenSaved()
  alice.leave()
})

test('one client that comes twice in an update is refused: Yjs would take the last part alone', async () => {
  const { alice, root } = await aliceAndRoot()
  const document = new Y.Doc()
  Y.applyUpdate(document, Y.encodeStateAsUpdate(alice.document))
  const updates: Uint8Array[] = []
  document.on('update', (update: Uint8Array) => updates.push(update))
  document.getMap('meta').set('one', 1)
  document.getMap('meta').set('two', 2)
  const [one, two] = updates.map((update) => update.slice(1, -1))
  const raw = await connectRaw(server)
  await raw.logIn(String(lessonId), await collabToken(at.db, people.root, lessonId))
  raw.socket.send(syncFrame(String(lessonId), 2, new Uint8Array([2, ...(one ?? []), ...(two ?? []), 0])))
  expect(await raw.whenClosed()).toBe(closeCodes.refused)
  expect([alice.closes, root.closes]).toEqual([[], []])
  for (const editor of [alice, root]) editor.leave()
})

/** The next item that Yjs integrates on the server throws, in the middle of its transaction. */
function breakYjsOnce(): () => void {
  const { integrate } = Y.Item.prototype
  let isArmed = true
  Y.Item.prototype.integrate = function (this: Y.Item, transaction: Y.Transaction, offset: number) {
    // Hocuspocus' documents have names.
    if (isArmed && 'name' in transaction.doc) {
      isArmed = false
      throw new Error('broken on purpose')
    }
    return integrate.call(this, transaction, offset)
  }
  return () => {
    Y.Item.prototype.integrate = integrate
  }
}

test('a document that threw is built anew from the log: its people come back, and nothing that they had not saved is lost', async () => {
  const editors = await Promise.all(
    [people.alice, people.root, people.alice].map((person) =>
      connectEditor(server, person, lessonId, { comesBack: true }),
    ),
  )
  const [alice, root, tab] = editors
  if (!alice || !root || !tab) throw new Error('nobody')
  alice.draw('before')
  await until('all have it', () => editors.every((editor) => editor.ids().includes('before')))
  // Nothing is committed from now on, so all of it is unsaved when the document goes.
  const { append } = server.db.updates
  let isAway = true
  server.db.updates.append = (rows) => (isAway ? Promise.reject(new DatabaseAwayError('away')) : append(rows))
  editors.forEach((editor, place) => editor.draw(`unsaved${place}`))
  await until('all have all', () => editors.every((editor) => editor.ids().length === 4))
  const restore = breakYjsOnce()
  root.draw('damaging')
  await until('all were sent away', () => editors.every(({ closes }) => closes.length > 0))
  restore()
  expect(editors.map(({ closes }) => closes[0])).toEqual([closeCodes.tryLater, closeCodes.refused, closeCodes.tryLater])
  editors.forEach((editor, place) => editor.draw(`apart${place}`))
  isAway = false
  await until('all are back', () => editors.every((editor) => editor.provider.isSynced && editor.isSaved()), 30_000)
  const wanted = ['apart0', 'apart1', 'apart2', 'before', 'damaging', 'unsaved0', 'unsaved1', 'unsaved2']
  await until('all have everything', () => editors.every((editor) => editor.ids().toSorted().join() === wanted.join()))
  for (const editor of editors) editor.leave()
  await server.stop()
  expect(elementIds(await storedDocument(at.db, lessonId)).toSorted()).toEqual(wanted)
})
