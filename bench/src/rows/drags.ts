import { createDocState, moveElements } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { measure } from '../figures.ts'
import { lessonContent } from '../lesson-content.ts'
import { scaled, type Row } from '../row.ts'

const ELEMENTS = 10
const STEPS = 30

/** How much does a lesson grow by being worked on? */
export const drags: Row = {
  name: 'drags',
  what: '10,000 drags: bytes and structs of the document (one write a drop = 1)',
  async run(context) {
    const count = scaled(context, 10_000, 100)
    const bytes = measure('bytes of the document', 'bytes', 'one write a drop')
    const structs = measure('structs of the document', 'structs', 'one write a drop')
    const ways = {
      'one write a drop': (doc: Y.Doc, drag: number) => {
        const element = doc.getMap<Y.Map<unknown>>('elements').get(`e${drag % ELEMENTS}`)
        element?.set('geometry', [drag * 10, drag * 10, 1000, 500, 0])
      },
      anawim: (doc: Y.Doc, drag: number) => {
        const box = { x: drag, y: drag, width: 100, height: 50, rotation: 0 }
        moveElements(doc, [{ id: `e${drag % ELEMENTS}`, box }])
      },
      'x and y at every step': (doc: Y.Doc, drag: number) => {
        const element = doc.getMap<Y.Map<unknown>>('elements').get(`e${drag % ELEMENTS}`)
        for (let step = 0; step < STEPS; step++) {
          doc.transact(() => {
            element?.set('x', drag * 10 + step)
            element?.set('y', drag * 10 + step)
          })
        }
      },
    }
    for (const [way, move] of Object.entries(ways)) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, createDocState(lessonContent(ELEMENTS)))
      for (let drag = 0; drag < count; drag++) move(doc, drag)
      bytes.add(way, Y.encodeStateAsUpdate(doc).byteLength)
      structs.add(way, Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.length)
    }
    return {
      measures: [bytes.made, structs.made],
      verdicts: [
        { goal: 'bytes, one write a drop = 1', value: bytes.ratio('anawim'), limit: 1.1, unit: '×' },
        { goal: 'structs, one write a drop = 1', value: structs.ratio('anawim'), limit: 1.1, unit: '×' },
      ],
      notes: [
        `${count} drags of ${ELEMENTS} rectangles by one person, done to the document by the operation that the editor calls at a drop; its gestures are not written at all. The third writes x and y as keys of their own at each of ${STEPS} steps. Counted, so one round; gestures longer than a second, which write once a second, are not in it.`,
      ],
    }
  },
}
