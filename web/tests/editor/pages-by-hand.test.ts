/** What a teacher does to pages, and what is copied from one to another, on a real lesson without a screen. */
import { createDocState, openRoots, readPages } from '@anawim/lesson/doc'
import { contentSchema } from '@anawim/lesson'
import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { copySelection, pasteClip } from '../../src/editor/commands/clip.ts'
import { zoomSelectionCommand } from '../../src/editor/commands/zoom-selection-command.ts'
import { copyPage, insertPage, shiftPage, toggleHidden, turnPage } from '../../src/editor/pages/page-actions.ts'
import { resizePages, sizeName } from '../../src/editor/pages/page-sizes.ts'
import type { Editor } from '../../src/editor/session/editor.ts'
import { createSession } from '../../src/editor/session/session.ts'

beforeAll(() => {
  // What texts are measured with.
  vi.stubGlobal('document', { createElement: () => createCanvas(1, 1) })
})

const picture = { mediaId: 7, src: '/media/0123456789abcdefghijkl/full.webp' }
const image = { id: 'i1', kind: 'image', ...picture, alt: '', x: 40, y: 60, width: 320, height: 180, rotation: 0 }

/** A lesson of two pages, a picture on the first, and somebody before it. */
function aLesson(backgroundImage?: typeof picture) {
  const doc = new Y.Doc()
  openRoots(doc)
  const size = { width: 1280, height: 720 }
  const pages = [
    { id: 'p1', ...size, background: '#fff3bf', backgroundImage, elements: [image] },
    { id: 'p2', ...size, elements: [] },
  ]
  Y.applyUpdate(doc, createDocState(contentSchema.parse({ version: 1, pages })))
  const session = createSession(doc)
  session.view.set({ width: 1000, height: 600 })
  const editor = { session } as Editor
  const shown = () => session.model.elementsOf(session.pageId.get())
  return { session, editor, shown, order: () => readPages(doc).map(({ id }) => id) }
}

test('a new page stands behind the one that is shown, of its size and on its paper', () => {
  const { session, order } = aLesson(picture)
  insertPage(session)
  expect(order()).toEqual(['p1', session.pageId.get(), 'p2'])
  expect(session.page()).toMatchObject({ background: '#fff3bf', backgroundImage: picture })
  session.history.undo()
  expect(order()).toEqual(['p1', 'p2'])
})

test('pages are copied, moved, hidden and turned, each as one step of undo', () => {
  const { session, shown, order } = aLesson()
  copyPage(session, 'p1')
  const copy = session.pageId.get()
  expect(shown()).toMatchObject([{ ...picture, x: 40, y: 60 }])
  shiftPage(session, copy, 1)
  shiftPage(session, copy, 1)
  expect(order()).toEqual(['p1', 'p2', copy])
  toggleHidden(session, 'p2')
  expect(session.model.page('p2')?.hidden).toBe(true)
  turnPage(session, -1)
  expect(session.pageId.get()).toBe('p2')
  session.history.undo()
  session.history.undo()
  session.history.undo()
  expect([order(), session.model.page('p2')?.hidden]).toEqual([['p1', 'p2'], undefined])
})

test('all pages are resized at once, and a size upright has the name of the one across', () => {
  const { session } = aLesson()
  resizePages(session, ['p1', 'p2'], { width: 794, height: 1123 })
  expect(session.model.pages().map(sizeName)).toEqual(['A4', 'A4'])
  session.history.undo()
  expect(session.model.pages().map(sizeName)).toEqual(['16:9', '16:9'])
  resizePages(session, ['p1'], { width: 1, height: 999_999 })
  expect(session.page()).toMatchObject({ width: 50, height: 10_000 })
})

test('a copy lies aside on its own page, in its place on another, and pasting again makes a staircase', () => {
  const { session, editor, shown } = aLesson()
  session.selection.set(['i1'])
  const clip = copySelection(editor)?.json ?? ''
  expect([pasteClip(editor, clip), pasteClip(editor, clip)]).toEqual([true, true])
  expect(shown().map(({ x, y }) => [x, y])).toEqual([
    [40, 60],
    [64, 84],
    [88, 108],
  ])
  session.pageId.set('p2')
  pasteClip(editor, clip)
  pasteClip(editor, clip)
  pasteClip(editor, clip, true)
  expect(shown().map(({ x, y }) => [x, y])).toEqual([
    [40, 60],
    [64, 84],
    [40, 60],
  ])
})

test('a picture that was copied in one lesson is pasted into another, onto its page however small that is', () => {
  const one = aLesson()
  one.session.selection.set(['i1'])
  const clip = copySelection(one.editor)?.json ?? ''
  const other = aLesson()
  resizePages(other.session, ['p2'], { width: 50, height: 50 })
  other.session.pageId.set('p2')
  pasteClip(other.editor, clip)
  expect(other.shown()).toMatchObject([{ ...picture, x: 25 - 160, y: 25 - 90 }])
  expect(
    pasteClip(other.editor, '{"anawim":1,"elements":[{"id":"x","kind":"image","src":"https://x.test/a.png"}]}'),
  ).toBe(false)
})

test('zooming to the selection puts it in the middle of what is seen', () => {
  const { session, editor } = aLesson()
  session.selection.set(['i1'])
  zoomSelectionCommand.run(editor, ((key: string) => key) as never)
  const { x, y, zoom } = session.camera.get()
  expect([x + 200 * zoom, y + 150 * zoom].map(Math.round)).toEqual([500, 300])
  expect(zoom).toBeGreaterThan(2)
})
