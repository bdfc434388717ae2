import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyChanges,
  ChangeError,
  contentSchema,
  forReaders,
  makeChanges,
  type Change,
  type LessonContent,
  type ReaderView,
} from '@anawim/lesson'
import { anyContent } from './generators.ts'

/** A lesson in a line: `view('p: a b c', 'q:')` has two pages, with shapes of those ids. */
function view(...lines: string[]): ReaderView {
  const pages = lines.map((line) => {
    const [id, names = ''] = line.split(':')
    return {
      id,
      name: id,
      elements: names
        .trim()
        .split(' ')
        .filter(Boolean)
        .map((name) => shape(name)),
    }
  })
  return { title: 'A lesson', content: forReaders(contentSchema.parse({ version: 1, pages })) }
}

const shape = (id: string, x = 0) => ({ id, kind: 'shape', x, y: 0, width: 10, height: 10, rotation: 0 })

const changed = (before: ReaderView, after: ReaderView) => {
  const changes = makeChanges(before, after)
  expect(applyChanges(before, changes)).toStrictEqual(after)
  return changes
}

const titled = (title: string, content: LessonContent): ReaderView => ({ title, content })

describe('changes', () => {
  test('applied to the old version give the new one', () => {
    fc.assert(
      fc.property(anyContent, anyContent, fc.string(), fc.string(), (before, after, titleBefore, titleAfter) => {
        const [old, next] = [titled(titleBefore, forReaders(before)), titled(titleAfter, forReaders(after))]
        expect(applyChanges(old, makeChanges(old, next))).toStrictEqual(next)
      }),
      { numRuns: 200 },
    )
  })

  test('lead through a version that was shuffled, cut and moved between pages', () => {
    fc.assert(
      fc.property(anyContent, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (content, chances) => {
        const chance = () => chances.next().value ?? 0
        const before = forReaders(content)
        const [old, next] = [titled('', before), titled('', reshuffled(before, chance))]
        expect(applyChanges(old, makeChanges(old, next))).toStrictEqual(next)
      }),
      { numRuns: 400 },
    )
  })

  test('between equal versions are none, even when nothing is the same object', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const seen = { title: 'x', content: forReaders(content) }
        expect(makeChanges(seen, structuredClone(seen))).toStrictEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('do not touch the version that they were applied to', () => {
    const before = view('p: a b', 'q: c')
    const copy = structuredClone(before)
    applyChanges(before, makeChanges(before, view('q: c b', 'p: a d')))
    expect(before).toStrictEqual(copy)
  })

  test('leave pages that they do not name the same objects', () => {
    const before = view('p: a', 'q: b')
    const after = applyChanges(before, [{ op: 'remove', elementId: 'a' }])
    expect(after.content.pages[1]).toBe(before.content.pages[1])
  })
})

describe('a small edit is a small change', () => {
  const ops = (before: ReaderView, after: ReaderView) => changed(before, after).map(({ op }) => op)

  test('one element to the front: one put', () => {
    expect(ops(view('p: a b c d e'), view('p: b c d e a'))).toStrictEqual(['put'])
  })
  test('one element to the back: one put', () => {
    expect(ops(view('p: a b c d e'), view('p: e a b c d'))).toStrictEqual(['put'])
  })
  test('an element to another page: one put', () => {
    expect(ops(view('p: a b', 'q: c'), view('p: a', 'q: b c'))).toStrictEqual(['put'])
  })
  test('tell what a page stands on, and that it does no more', () => {
    const page = { id: 'p', name: '', width: 1280, height: 720, background: '#ffffff' }
    const paper = {
      backgroundGradient: { to: '#a5d8ff', angle: 90 },
      backgroundImage: { mediaId: 7, src: '/media/0123456789abcdefghijkl/full.webp' },
    }
    const viewOf = (head: typeof page & Partial<typeof paper>) => ({
      title: '',
      content: forReaders({ version: 1, pages: [{ ...head, elements: [] }] }),
    })
    const [bare, dressed] = [viewOf(page), viewOf({ ...page, ...paper })]
    expect(makeChanges(bare, dressed)).toEqual([{ op: 'page', page: { ...page, ...paper }, after: null }])
    expect(makeChanges(dressed, bare)).toEqual([{ op: 'page', page, after: null }])
    expect(applyChanges(dressed, makeChanges(dressed, bare))).toStrictEqual(bare)
  })

  test('a page renamed: one page', () => {
    const after = view('p: a b', 'q: c')
    after.content.pages = after.content.pages.map((page) => (page.id === 'q' ? { ...page, name: 'new' } : page))
    expect(changed(view('p: a b', 'q: c'), after)).toStrictEqual([
      { op: 'page', page: { id: 'q', name: 'new', width: 1280, height: 720, background: '#ffffff' }, after: 'p' },
    ])
  })
  test('the last page to the front: one page', () => {
    expect(ops(view('p: a', 'q: b', 'r: c'), view('r: c', 'p: a', 'q: b'))).toStrictEqual(['page'])
  })
  test('a page away, one of its elements kept elsewhere: removePage, put', () => {
    expect(ops(view('p: a b', 'q: c'), view('q: c a'))).toStrictEqual(['removePage', 'put'])
  })
  test('the title: one lesson', () => {
    expect(ops(view('p: a'), { ...view('p: a'), title: 'Other' })).toStrictEqual(['lesson'])
  })
  test('an element deleted: one remove', () => {
    expect(ops(view('p: a b c'), view('p: a c'))).toStrictEqual(['remove'])
  })
})

describe('a change that does not fit is refused', () => {
  const element = view('p: x').content.pages[0]?.elements[0]
  if (!element) throw new Error('the builder made no element')
  const page = { id: 'n', name: '', width: 100, height: 100, background: '#ffffff' }
  test.each<[string, Change]>([
    ['an unknown page', { op: 'put', pageId: 'nowhere', element, after: null }],
    ['an unknown neighbour', { op: 'put', pageId: 'p', element, after: 'nowhere' }],
    ['a neighbour on another page', { op: 'put', pageId: 'p', element, after: 'c' }],
    ['itself as neighbour', { op: 'put', pageId: 'p', element: { ...element, id: 'a' }, after: 'a' }],
    ['an unknown element', { op: 'remove', elementId: '__proto__' }],
    ['an unknown page to remove', { op: 'removePage', pageId: 'constructor' }],
    ['a page behind an unknown one', { op: 'page', page, after: 'nowhere' }],
    ['a page behind itself', { op: 'page', page: { ...page, id: 'p' }, after: 'p' }],
  ])('%s', (_what, change) => {
    expect(() => applyChanges(view('p: a b', 'q: c'), [change])).toThrow(ChangeError)
  })
})

/** The same lesson with pages and elements moved, dropped and nudged. */
function reshuffled(content: LessonContent, chance: () => number): LessonContent {
  const shuffled = <T>(items: readonly T[]) =>
    items
      .map((item) => ({ item, key: chance() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  const pages = (chance() < 0.5 ? shuffled(content.pages) : content.pages).map((page) => ({
    ...page,
    elements: [...page.elements],
  }))
  for (const page of pages) {
    if (chance() < 0.3) page.name = `${page.name}!`
    if (chance() < 0.5) page.elements = shuffled(page.elements)
    const stays: typeof page.elements = []
    for (const element of page.elements) {
      const fate = Math.floor(chance() * 8)
      if (fate === 0) stays.push({ ...element, x: 1 })
      else if (fate === 1) pages[Math.floor(chance() * pages.length * 0.99)]?.elements.push(element)
      else if (fate > 2) stays.push(element)
    }
    page.elements = stays
  }
  return { ...content, pages: pages.filter(() => chance() < 0.8) }
}
