/** Unsaved edits of an earlier page: joined to the lesson again, or read without it. */
import { plainText } from '@anawim/lesson'
import { addElements, createDocState, LOCAL, readContent, SCHEMA_VERSION, textFragment } from '@anawim/lesson/doc'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { looseContent } from '../../src/editor/connection/loose-content.ts'
import { replayEdits } from '../../src/editor/connection/replay-edits.ts'
import { REPLAY } from '../../src/editor/connection/replay-origin.ts'
import type { FoundEdits } from '../../src/journal/edit-store.ts'
import { shape, text } from './a-lesson.ts'

const firstState = createDocState({
  version: 1,
  pages: [{ id: 'p1', name: '', width: 1280, height: 720, background: '#ffffff', elements: [text('t1', 10, 10)] }],
})

/** A lesson on the server, and a page that edits it and writes down each update. */
function aLesson() {
  const server = new Y.Doc()
  Y.applyUpdate(server, firstState)
  const page = new Y.Doc()
  Y.applyUpdate(page, firstState)
  const written: Uint8Array[] = []
  page.on('update', (update: Uint8Array) => written.push(update))
  return { server, page, written }
}

let keys = 0
const entry = (update: Uint8Array, more: Partial<FoundEdits> = {}): FoundEdits => ({
  key: (keys += 1),
  userId: 1,
  lessonId: 1,
  title: '',
  tab: 'gone',
  schemaVersion: SCHEMA_VERSION,
  at: 0,
  updates: [update],
  ...more,
})
const ids = (doc: Y.Doc) => readContent(doc).pages.flatMap(({ elements }) => elements.map(({ id }) => id))
/** Types letter by letter into the text `t1`. */
function type(doc: Y.Doc, letters: string): void {
  const paragraph = textFragment(doc, 't1')?.get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph')
  if (paragraph.length === 0) doc.transact(() => paragraph.insert(0, [new Y.XmlText()]), LOCAL)
  const line = paragraph.get(0)
  if (!(line instanceof Y.XmlText)) throw new Error('no text')
  for (const letter of letters) doc.transact(() => line.insert(line.length, letter), LOCAL)
}

test('they are in the lesson again, once, as one update of their own client id', () => {
  const { server, page, written } = aLesson()
  addElements(page, 'p1', [shape('s1', 100, 100)])
  type(page, 'Lá cây')
  const sent: Uint8Array[] = []
  server.on('update', (update: Uint8Array, origin: unknown) => origin === REPLAY && sent.push(update))
  const found = written.map((update) => entry(update))
  expect(replayEdits(server, found)).toEqual({ joined: found, stranded: [] })
  expect(readContent(server)).toEqual(readContent(page))
  expect(sent).toHaveLength(1)
  expect([...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(sent[0] ?? new Uint8Array())).keys()]).toEqual([
    page.clientID,
  ])
  // A second tab with the same journal.
  replayEdits(server, found)
  expect(sent).toHaveLength(1)
})

test('the order in which they were kept does not matter', () => {
  const { server, page, written } = aLesson()
  addElements(page, 'p1', [shape('s1', 100, 100)])
  addElements(page, 'p1', [shape('s2', 100, 100)])
  expect(replayEdits(server, written.map((update) => entry(update)).toReversed()).stranded).toEqual([])
  expect(ids(server)).toEqual(['t1', 's1', 's2'])
})

test('what builds on an edit that is lost is not held back in silence: it is handed over', () => {
  const { server, page, written } = aLesson()
  addElements(page, 'p1', [shape('s1', 100, 100)])
  const lost = written.length
  addElements(page, 'p1', [shape('s2', 100, 100)])
  const other = new Y.Doc()
  Y.applyUpdate(other, firstState)
  let whole: Uint8Array | null = null
  other.on('update', (update: Uint8Array) => (whole = whole ? Y.mergeUpdates([whole, update]) : update))
  addElements(other, 'p1', [shape('s3', 100, 100)])
  if (!whole) throw new Error('nothing written')
  const found = [...written.slice(lost).map((update) => entry(update)), entry(whole)]
  const { joined, stranded } = replayEdits(server, found)
  expect(joined).toEqual(found.slice(-1))
  expect(stranded).toEqual(found.slice(0, -1))
  expect(server.store.pendingStructs).toBeNull()
  expect(ids(server)).toEqual(['t1', 's3'])
  // What they had added can be read without the rest.
  expect(looseContent(stranded.flatMap(({ updates }) => updates)).pages[0]?.elements).toEqual([shape('s2', 100, 100)])
})

test('what was refused, is of another schema, or is no update is not sent again', () => {
  const { server, page, written } = aLesson()
  addElements(page, 'p1', [shape('s1', 100, 100)])
  const [birth = new Uint8Array(), step = new Uint8Array()] = written
  const found = [
    entry(birth, { isRefused: true }),
    entry(step, { schemaVersion: SCHEMA_VERSION + 1 }),
    entry(new Uint8Array([1, 2, 3])),
  ]
  expect(replayEdits(server, found)).toEqual({ joined: [], stranded: found })
  expect(ids(server)).toEqual(['t1'])
})

test('read without the lesson: what was added, as it was last, and what was typed elsewhere', () => {
  const { page, written } = aLesson()
  type(page, 'before')
  const saved = written.length
  addElements(page, 'p1', [shape('s1', 100, 100), shape('s2', 300, 100)])
  type(page, ' Lá')
  page.transact(() => (page.getMap('elements').get('s2') as Y.Map<unknown>).set('deleted', true), LOCAL)
  type(page, ' cây')
  const [first, typed] = looseContent(written.slice(saved)).pages[0]?.elements ?? []
  expect(first).toEqual(shape('s1', 100, 100))
  expect(typed?.kind === 'text' && plainText(typed.text)).toBe('Lá\n cây')
})
