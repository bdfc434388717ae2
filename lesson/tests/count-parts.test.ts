import { countParts } from '@anawim/lesson/doc'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

/** Values inside a value, itself counted. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1
  return Object.values(value).reduce<number>((sum, inner) => sum + valuesIn(inner), 1)
}

/** The same as `countParts`, by building everything. */
function partsOf(update: Uint8Array): number {
  const { structs, ds } = Y.decodeUpdate(update)
  const values = structs.flatMap((struct): unknown[] => {
    if (!(struct instanceof Y.Item)) return []
    if (struct.content instanceof Y.ContentAny) return struct.content.arr
    return struct.content instanceof Y.ContentDoc ? [struct.content.opts] : []
  })
  const deletions = [...ds.clients.values()].reduce((sum, own) => sum + own.length, 0)
  return structs.length + deletions + values.reduce<number>((sum, value) => sum + valuesIn(value), 0)
}

/** Everything that Yjs can write, over 64 KiB of it. */
function everyKind(): Uint8Array {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  const [map, text, xml] = [doc.getMap('map'), doc.getText('text'), doc.getXmlFragment('xml')]
  for (let round = 0; round < 600; round++) {
    map.set(`key ${round % 50}`, {
      a: [1, 2.5, -7, 1e300, true, false, null, undefined],
      'Tiếng Việt': 'chữ',
      deep: { b: 2n ** 60n },
    })
    map.set(`bytes ${round}`, new Uint8Array(40))
    text.insert(0, `một câu ${round} `, round % 3 ? {} : { bold: true })
    text.insertEmbed(3, { image: round })
    if (round % 4 === 0) text.delete(1, 5)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('😀')])
    xml.insert(0, [paragraph, new Y.XmlHook('hook') as unknown as Y.XmlText])
    if (round % 9 === 0) map.set(`doc ${round}`, new Y.Doc())
    if (round % 10 === 0) {
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      other.getText('text').insert(2, 'from another')
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    }
  }
  return Y.encodeStateAsUpdate(doc)
}

const update = everyKind()

test('counts what building everything would count', () => {
  expect(update.byteLength).toBeGreaterThan(64 * 1024)
  expect(countParts(update, 1_000_000)).toBe(partsOf(update))
})

test('stops at one more than was asked for', () => {
  expect(countParts(update, 1_000)).toBe(1_001)
})

test('says so when it cannot be read, wherever it breaks', () => {
  const ends = Array.from({ length: 40 }, (_, index) => update.byteLength - 1 - index * 997).filter(
    (end) => end > 64 * 1024,
  )
  expect(ends.length).toBeGreaterThan(10)
  for (const end of ends) expect(countParts(update.subarray(0, end), 1_000_000)).toBe(null)
})

test('millions of parts in one update are known before they are built', () => {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1_000_000, 77, 0]) encoding.writeVarUint(encoder, number)
  for (let clock = 0; clock < 1_000_000; clock++) {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeVarUint(encoder, 0)
  expect(countParts(encoding.toUint8Array(encoder), 400_000)).toBe(400_001)
})
