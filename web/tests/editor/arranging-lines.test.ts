/** Lines beside what they hang on: aligned, mirrored, restyled, and painted again when that moves. */
import { loadLooks } from '@anawim/drawing'
import type { LessonElement, LineElement } from '@anawim/lesson'
import { createDocState } from '@anawim/lesson/doc'
import { createCanvas } from '@napi-rs/canvas'
import i18next from 'i18next'
import { beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { alignCommands } from '../../src/editor/commands/align-commands.ts'
import type { Command } from '../../src/editor/commands/command.ts'
import { flipXCommand } from '../../src/editor/commands/flip-commands.ts'
import { copyStyleCommand, pasteStyleCommand } from '../../src/editor/commands/style-commands.ts'
import type { Editor } from '../../src/editor/session/editor.ts'
import { createSession } from '../../src/editor/session/session.ts'
import { writeBoxes } from '../../src/editor/session/write-boxes.ts'
import { removeIfEmpty } from '../../src/editor/text/remove-if-empty.ts'
import { shape, text } from './a-lesson.ts'

beforeAll(async () => {
  // What texts are measured with.
  vi.stubGlobal('document', { createElement: () => createCanvas(1, 1) })
  await loadLooks()
})

const line = (options: Partial<LineElement>): LineElement => ({
  id: 'l',
  kind: 'line',
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  rotation: 0,
  stroke: '#000000',
  strokeWidth: 2,
  ...options,
})
const between = line({ start: { elementId: 'a', x: 1, y: 0.5 }, end: { elementId: 'b', x: 0, y: 0.5 } })

/** An open lesson of these elements, all of them selected. */
function opened(...elements: LessonElement[]) {
  const doc = new Y.Doc()
  const page = { id: 'p1', name: '', width: 1280, height: 720, background: '#ffffff', elements }
  Y.applyUpdate(doc, createDocState({ version: 1, pages: [page] }))
  const session = createSession(doc)
  // Shown once, as on the screen: the model reads a page when somebody asks for it.
  session.places.list()
  session.selection.set(elements.map(({ id }) => id))
  const run = (command: Command | undefined) => command?.run({ session } as Editor, i18next.getFixedT(null, 'editor'))
  const drawn = (id: string) => session.drawn.settled(id) as LineElement
  return { session, run, drawn }
}

test('a line follows what is aligned, and still hangs on it', () => {
  const { session, run, drawn } = opened(shape('a', 100, 0), shape('b', 400, 300), between)
  run(alignCommands.find(({ id }) => id === 'alignTop'))
  expect(session.boxOf('b')).toMatchObject({ x: 400, y: 0 })
  expect(drawn('l')).toMatchObject({ x: 200, y: 50, width: 200, height: 0, start: between.start, end: between.end })
})

test('a line that is mirrored with what it hangs on hangs on the other sides', () => {
  const { run, drawn } = opened(shape('a', 100, 0), shape('b', 400, 300), between)
  run(flipXCommand)
  expect(drawn('a')).toMatchObject({ x: 400, flipX: true })
  expect(drawn('l')).toMatchObject({ x: 200, y: 50, width: 200, height: 300, from: 'topRight' })
  expect(drawn('l').start).toEqual({ elementId: 'a', x: 0, y: 0.5 })
  expect(drawn('l').flipX).toBeUndefined()
})

test('a bow that is mirrored bends to the other side', () => {
  const { run, drawn } = opened(line({ width: 200, height: 100, route: 'curved', bend: 0.3 }))
  run(flipXCommand)
  expect(drawn('l')).toMatchObject({ x: 0, y: 0, width: 200, height: 100, from: 'topRight', bend: -0.3 })
})

test('a line takes of the style of a shape what it can have', () => {
  const edgeless = { ...shape('a', 0, 0), stroke: 'transparent', strokeWidth: 0, opacity: 0.5 } as LessonElement
  const { session, run, drawn } = opened(edgeless, line({ x: 300, width: 100 }))
  session.selection.set(['a'])
  run(copyStyleCommand)
  session.selection.set(['l'])
  run(pasteStyleCommand)
  expect(drawn('l')).toMatchObject({ stroke: '#000000', strokeWidth: 2, opacity: 0.5 })
})

test('a line stays where it is drawn when the text that it hangs on was left empty, and hangs on it again after one undo', () => {
  const hanging = line({ start: { elementId: 't', x: 0.5, y: 1 }, end: { elementId: 'b', x: 0, y: 0.5 } })
  const { session, drawn } = opened(text('t', 100, 0), shape('b', 400, 300), hanging)
  const { x, y, width, height } = drawn('l')
  expect(width).toBeGreaterThan(0)
  // Emptying happens on whatever page one has gone to since.
  session.pageId.set('p2')
  removeIfEmpty({ session, room: null }, 't')
  expect(session.model.pageIdOf('t')).toBeUndefined()
  expect(drawn('l')).toMatchObject({ x, y, width, height })
  session.history.undo()
  expect(session.model.pageIdOf('t')).toBe('p1')
  session.preview.setOwn(new Map([['t', { x: 0, y: 0, width: 200, height: 34, rotation: 0 }]]))
  expect((session.drawn.now('l') as LineElement).x).toBe(x - 100)
})

test('what follows the clearing away of an empty text is a step of its own', () => {
  const { session } = opened(text('t', 100, 0), shape('b', 400, 300))
  removeIfEmpty({ session, room: null }, 't')
  writeBoxes(session, [{ id: 'b', box: { x: 0, y: 0, width: 100, height: 100, rotation: 0 } }])
  session.history.undo()
  expect(session.boxOf('b')).toMatchObject({ x: 400, y: 300 })
  expect(session.model.pageIdOf('t')).toBeUndefined()
})

test('a line is painted again where it was and where it is when what it hangs on is dragged', () => {
  const { session } = opened(shape('a', 100, 0), shape('b', 400, 300), between)
  const before = session.places.get('l')?.bounds
  const changed: string[] = []
  session.places.subscribe({ changed: (id) => changed.push(id), reset: () => {} })
  session.preview.setOwn(new Map([['a', { x: 100, y: 200, width: 100, height: 100, rotation: 0 }]]))
  expect(changed.toSorted()).toEqual(['a', 'l'])
  expect(session.places.get('l')?.shown).toMatchObject({ y: 250, height: 100 })
  session.preview.setOwn(null)
  expect(session.places.get('l')?.bounds).toEqual(before)
})

test('what is reshaped leaves the picture, and what is rubbed out is painted anew', () => {
  const { session } = opened(shape('a', 100, 0), line({ width: 100 }))
  session.places.list()
  const changed: string[] = []
  session.places.subscribe({ changed: (id) => changed.push(id), reset: () => {} })
  session.draft.set(line({ width: 150 }))
  expect(session.places.get('l')?.shown).toBeNull()
  session.draft.set(null)
  expect(session.places.get('l')?.shown).not.toBeNull()
  session.faded.set(new Set(['a']))
  expect(changed).toEqual(['l', 'l', 'a'])
})
