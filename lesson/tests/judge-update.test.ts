import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { limits } from '@anawim/lesson'
import { createDocState, judgeUpdate, readContent } from '@anawim/lesson/doc'
import { lesson, textBox } from './people.ts'
import { chanceOf } from './random.ts'

const malformed = { ok: false, code: 'malformed' }

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  write(doc)
  return Y.encodeStateAsUpdate(doc)
}

describe('the gate', () => {
  test('lets honest updates in', () => {
    expect(judgeUpdate(createDocState(lesson('p1: a b', 'p2:')))).toStrictEqual({ ok: true })
    expect(judgeUpdate(updateOf(() => {}))).toStrictEqual({ ok: true })
  })

  test.each<[string, (doc: Y.Doc) => void]>([
    ['a root that a lesson does not have', (doc) => doc.getMap('else').set('a', 1)],
    ['a root named like what JavaScript means something by', (doc) => doc.getMap('__proto__').set('a', 1)],
    ['a list in a root', (doc) => doc.getArray('pages').push([1])],
    ['text in a root', (doc) => doc.getText('elements').insert(0, 'x')],
    ['an id that is none', (doc) => doc.getMap('elements').set('a b', new Y.Map())],
    ['a document in the document', (doc) => doc.getMap('meta').set('a', new Y.Doc())],
    ['a list type', (doc) => doc.getMap('elements').set('a', new Y.Array())],
    ['plain text', (doc) => doc.getMap('elements').set('a', new Y.Text('x'))],
    ['an XML hook', (doc) => doc.getMap('elements').set('a', new Y.XmlHook('x'))],
  ])('refuses %s', (_what, write) => {
    expect(judgeUpdate(updateOf(write))).toStrictEqual(malformed)
  })

  test('refuses what cannot be decoded', () => {
    for (const bytes of [[], [1], [255, 255, 255], [0], [1, 1, 1]]) {
      expect(judgeUpdate(new Uint8Array(bytes))).toStrictEqual(malformed)
    }
  })

  test('refuses a deletion of nothing: at the end of what is known, it throws while it is applied', () => {
    expect(judgeUpdate(new Uint8Array([0, 1, 1, 1, 5, 0]))).toStrictEqual(malformed)
    expect(judgeUpdate(new Uint8Array([0, 1, 1, 1, 5, 1]))).toStrictEqual({ ok: true })
  })

  test('refuses what is too large, without decoding it', () => {
    expect(judgeUpdate(new Uint8Array(limits.updateBytes + 1))).toStrictEqual({ ok: false, code: 'too_large' })
  })

  test('never throws, and what it lets in can be read, whatever bytes were changed', () => {
    const content = lesson('p1: a b')
    content.pages[0]?.elements.push(textBox('t', 'Xin chào', 'các em'))
    const state = createDocState(content)
    for (let seed = 0; seed < 3_000; seed++) {
      const chance = chanceOf(seed)
      const mutated = state.slice(0, chance.next() < 0.2 ? chance.below(state.length) : state.length)
      for (let flips = chance.below(4); flips >= 0; flips--) mutated[chance.below(mutated.length)] = chance.below(256)
      if (!judgeUpdate(mutated).ok) continue
      const doc = new Y.Doc()
      try {
        Y.applyUpdate(doc, mutated)
      } catch {
        continue // The server rebuilds a document that threw from its log; here it is about reading.
      }
      expect(() => JSON.stringify(readContent(doc)), `seed ${seed}`).not.toThrow()
    }
  })
})
