import * as Y from 'yjs'
import {
  addElements,
  addPage,
  arrangeElements,
  deleteElements,
  deletePage,
  duplicateElements,
  duplicatePage,
  LOCAL,
  moveElements,
  moveElementsToPage,
  movePage,
  readElementIds,
  readPages,
  restoreElements,
  restorePage,
  textFragment,
  updateElements,
  updatePage,
} from '@anawim/lesson/doc'
import { shape, textBox, type Peer } from './people.ts'
import type { Chance } from './random.ts'

type Operation = (peer: Peer, chance: Chance) => void

const paints = ['#ff0000', '#00ff00', 'transparent']

const pageOf = ({ doc }: Peer, chance: Chance) => chance.pick(readPages(doc))?.id ?? ''
const anyPageId = ({ doc }: Peer, chance: Chance) => chance.pick([...doc.getMap('pages').keys()]) ?? ''
const someElements = (peer: Peer, chance: Chance) => chance.some(readElementIds(peer.doc, pageOf(peer, chance)))
const anyElements = ({ doc }: Peer, chance: Chance) => chance.some([...doc.getMap('elements').keys()])
const box = (chance: Chance) => ({
  x: chance.below(10_000) / 10,
  y: chance.next() * 1000,
  width: chance.below(500),
  height: chance.below(500),
  rotation: chance.next() * 720 - 360,
})

/** Everything that a person can do, undo and typing included. */
export const operations: Readonly<Record<string, Operation>> = {
  addPage: (peer, chance) => {
    if (readPages(peer.doc).length < 6)
      addPage(peer.doc, { after: chance.pick([null, pageOf(peer, chance)]) ?? null, name: 'new' })
  },
  updatePage: (peer, chance) =>
    updatePage(peer.doc, anyPageId(peer, chance), { name: `n${chance.below(9)}`, hidden: chance.next() < 0.3 }),
  movePage: (peer, chance) =>
    movePage(peer.doc, anyPageId(peer, chance), chance.pick([null, anyPageId(peer, chance)]) ?? null),
  duplicatePage: (peer, chance) => {
    if (readPages(peer.doc).length < 6) duplicatePage(peer.doc, pageOf(peer, chance))
  },
  deletePage: (peer, chance) => void deletePage(peer.doc, pageOf(peer, chance)),
  restorePage: (peer, chance) => restorePage(peer.doc, anyPageId(peer, chance)),
  addShapes: (peer, chance) => void addElements(peer.doc, pageOf(peer, chance), [shape('wished'), shape('wished')]),
  addText: (peer, chance) => void addElements(peer.doc, pageOf(peer, chance), [textBox('t', 'Xin', 'chào')]),
  move: (peer, chance) =>
    moveElements(
      peer.doc,
      someElements(peer, chance).map((id) => ({ id, box: box(chance) })),
    ),
  update: (peer, chance) =>
    updateElements(peer.doc, someElements(peer, chance), {
      fill: chance.pick(paints),
      opacity: chance.below(100) / 100,
      locked: chance.next() < 0.5,
      fontSize: 4 + chance.below(90),
    }),
  delete: (peer, chance) => deleteElements(peer.doc, someElements(peer, chance)),
  restore: (peer, chance) => restoreElements(peer.doc, anyElements(peer, chance)),
  duplicate: (peer, chance) =>
    void duplicateElements(peer.doc, someElements(peer, chance).slice(0, 3), { x: 10, y: 10 }),
  arrange: (peer, chance) =>
    arrangeElements(
      peer.doc,
      someElements(peer, chance),
      chance.pick(['front', 'back', 'forward', 'backward']) ?? 'front',
    ),
  moveToPage: (peer, chance) =>
    moveElementsToPage(peer.doc, anyElements(peer, chance).slice(0, 3), anyPageId(peer, chance)),
  type: typeSomething,
  undo: (peer) => void peer.undo.undo(),
  redo: (peer) => void peer.undo.redo(),
  pause: (peer) => peer.undo.stopCapturing(),
}

function typeSomething(peer: Peer, chance: Chance): void {
  const texts = anyElements(peer, chance).flatMap((id) => textFragment(peer.doc, id) ?? [])
  const paragraph = texts[0]?.get(0)
  if (!(paragraph instanceof Y.XmlElement)) return
  peer.doc.transact(() => {
    const first = paragraph.get(0)
    const text = first instanceof Y.XmlText ? first : new Y.XmlText()
    if (text !== first) paragraph.insert(0, [text])
    const places = placesBetweenCharacters(text)
    const edit = places.length > 3 ? chance.below(4) : 0
    const from = edit === 2 ? 0 : chance.below(edit === 1 ? places.length - 1 : places.length)
    const start = places[from] ?? 0
    const end = places[from + (edit === 2 ? 2 : 1)] ?? start
    if (edit === 1) text.delete(start, end - start)
    else if (edit === 2) text.format(start, end - start, { bold: chance.pick([{}, null]) })
    else text.insert(start, chance.pick(['a', 'ế', '😀']) ?? '')
  }, LOCAL)
}

/**
 * Where a person's caret can stand. Never inside an emoji: Yjs turns the halves of one that it had to split into two
 * U+FFFD, in that person's document alone when nothing came in between, so that people would read different letters.
 * Editors keep to this too (lib0's diff steps back from half a character).
 */
function placesBetweenCharacters(text: Y.XmlText): number[] {
  const places = [0]
  for (const { insert } of text.toDelta()) {
    const characters = typeof insert === 'string' ? Array.from(insert) : ['\uFFFC']
    for (const character of characters) places.push((places.at(-1) ?? 0) + character.length)
  }
  return places
}
