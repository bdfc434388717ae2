/** Changes that the server would not have: put back into the lesson as it is, by operations. */
import { addElements, addPage, createDocState, deleteElements, moveElements, readContent } from '@anawim/lesson/doc'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { putBack } from '../../src/editor/connection/refused-work.ts'
import { TouchedParts } from '../../src/editor/connection/touched-parts.ts'
import { createSession } from '../../src/editor/session/session.ts'
import { shape } from './a-lesson.ts'

const firstState = createDocState({
  version: 1,
  pages: [
    {
      id: 'p1',
      name: '',
      width: 1280,
      height: 720,
      background: '#ffffff',
      elements: [shape('s1', 0, 0), shape('s2', 200, 0), shape('s3', 400, 0)],
    },
  ],
})

/** A page whose edits after the first `saved` were refused, and the lesson as it is read anew. */
function refusal(saved: number, ...edits: ((doc: Y.Doc) => void)[]) {
  const old = new Y.Doc()
  Y.applyUpdate(old, firstState)
  let made = 0
  const touched = new TouchedParts(old, () => made)
  for (const edit of edits) {
    edit(old)
    made += 1
  }
  const doc = new Y.Doc()
  Y.applyUpdate(doc, firstState)
  const session = createSession(doc)
  putBack({ doc: old, title: '', isFull: false, keys: [], ...touched.since(saved) }, session)
  return { content: readContent(doc), session, doc }
}
const move = (id: string, x: number) => (doc: Y.Doc) =>
  moveElements(doc, [{ id, box: { x, y: 0, width: 100, height: 100, rotation: 0 } }])

test('what was added, moved and deleted is so again', () => {
  const { content } = refusal(
    0,
    (doc) => void addElements(doc, 'p1', [shape('s4', 600, 0)]),
    move('s1', 50),
    (doc) => deleteElements(doc, ['s2']),
  )
  expect(content.pages[0]?.elements).toEqual([shape('s1', 50, 0), shape('s3', 400, 0), shape('s4', 600, 0)])
})

test('what was saved before is left as the lesson has it now', () => {
  const { content } = refusal(1, move('s1', 50), move('s3', 450))
  expect(content.pages[0]?.elements).toEqual([shape('s1', 0, 0), shape('s2', 200, 0), shape('s3', 450, 0)])
})

test('a page that was added comes with what stands on it', () => {
  const { content } = refusal(0, (doc) => {
    const id = addPage(doc, { after: 'p1', name: 'Hai' })
    addElements(doc, id, [shape('s9', 0, 0)])
  })
  expect(content.pages.map(({ name }) => name)).toEqual(['', 'Hai'])
  expect(content.pages[1]?.elements).toEqual([shape('s9', 0, 0)])
})

test('it is one step of undo', () => {
  const { session, doc } = refusal(0, move('s1', 50), move('s2', 250))
  session.history.undo()
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, firstState)
  expect(readContent(doc)).toEqual(readContent(fresh))
})
