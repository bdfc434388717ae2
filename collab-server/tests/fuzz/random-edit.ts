/** One random thing that somebody does to a lesson, with the operations that the editor uses. */
import {
  addElements,
  addPage,
  arrangeElements,
  deleteElements,
  deletePage,
  duplicateElements,
  moveElements,
  moveElementsToPage,
  movePage,
  readElementIds,
  readPages,
  restoreElements,
  textFragment,
  updateElements,
  updatePage,
} from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { rectangle } from '../support/connect-editor.ts'
import type { Random } from './seeded-random.ts'

const orders = ['front', 'back', 'forward', 'backward'] as const

/** Says what was done. `newId` gives ids that nobody has had. */
export function editRandomly(doc: Y.Doc, random: Random, newId: () => string): string {
  const page = random.pick(readPages(doc))
  if (!page) return 'nothing: no page yet'
  const ids = readElementIds(doc, page.id)
  const id = random.pick(ids)
  const roll = random.below(100)
  if (id === undefined || roll < 25) return `add ${addElements(doc, page.id, [newElement(random, newId())]).join()}`
  if (roll < 45) {
    const box = { x: random.below(900), y: random.below(600), width: 80, height: 60, rotation: random.below(360) }
    moveElements(doc, [{ id, box }])
    return `move ${id}`
  }
  if (roll < 52) {
    updateElements(doc, [id], { fill: random.pick(['#ff0000', '#00ff00']), opacity: random.below(100) / 100 })
    return `restyle ${id}`
  }
  if (roll < 62) return type(doc, id, random)
  if (roll < 70) {
    deleteElements(doc, [id])
    return `delete ${id}`
  }
  if (roll < 75) {
    const all = [...doc.getMap('elements').keys()].toSorted()
    const gone = random.pick(all) ?? id
    restoreElements(doc, [gone])
    return `restore ${gone}`
  }
  if (roll < 80) return `duplicate ${duplicateElements(doc, [id], { x: 5, y: 5 }).join()}`
  if (roll < 86) {
    arrangeElements(doc, [id], random.pick(orders) ?? 'front')
    return `arrange ${id}`
  }
  if (roll < 90) return editPages(doc, page.id, random)
  if (roll < 95) {
    const target = random.pick(readPages(doc))
    moveElementsToPage(doc, [id], target?.id ?? page.id)
    return `send ${id} to ${target?.id}`
  }
  // Written and taken back: an update that changes nothing in the end, and one of deletions only.
  doc.getMap('meta').set('note', random.below(5))
  doc.getMap('meta').delete('note')
  return 'a note and back'
}

function newElement(random: Random, id: string) {
  const shape = rectangle(id, random.below(800))
  if (random.chance(0.6)) return shape
  const { x, y, width, height, rotation } = shape
  const content = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Xin chào' }] }]
  return { id, kind: 'text' as const, x, y, width, height, rotation, text: { type: 'doc' as const, content } }
}

function type(doc: Y.Doc, id: string, random: Random): string {
  const block = textFragment(doc, id)?.get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) return `no text in ${id}`
  if (random.chance(0.7)) text.insert(random.below(text.length + 1), random.pick(['a', 'ệ', 'xin ', '🌱']) ?? '')
  else if (random.chance(0.5)) text.format(0, text.length, { bold: random.chance(0.5) ? {} : null })
  else text.delete(0, Math.min(1 + random.below(3), text.length))
  return `type in ${id}`
}

function editPages(doc: Y.Doc, pageId: string, random: Random): string {
  const roll = random.below(4)
  if (roll === 0 && readPages(doc).length < 4) return `add page ${addPage(doc)}`
  if (roll === 1 && deletePage(doc, pageId)) return `delete page ${pageId}`
  if (roll === 2) movePage(doc, pageId, null)
  else updatePage(doc, pageId, { name: `Page ${random.below(9)}` })
  return `change page ${pageId}`
}
