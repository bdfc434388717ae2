import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { contentSchema, forReaders, readerText, richTextSchema } from '@anawim/lesson'
import { createDocState, judgeUpdate, readContent } from '@anawim/lesson/doc'
import { anyContent, anyJson, anyText } from './generators.ts'

describe('the canonical form', () => {
  test('of itself is itself', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        const once = contentSchema.parse(json)
        expect(contentSchema.parse(once)).toStrictEqual(once)
      }),
      { numRuns: 400 },
    )
  })

  test('says the same after a trip through JSON text', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        const canonical = contentSchema.parse(json)
        expect(JSON.parse(JSON.stringify(canonical))).toStrictEqual(canonical)
      }),
      { numRuns: 400 },
    )
  })

  test('holds nothing that PostgreSQL or UTF-8 would refuse or change', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const text = JSON.stringify(content)
        expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      }),
      { numRuns: 400 },
    )
  })

  test('is what the example of docs/lesson-format.md is in', () => {
    const page = readFileSync(new URL('../../docs/lesson-format.md', import.meta.url), 'utf8')
    const example: unknown = JSON.parse((/```json\n(.*?)```/s.exec(page)?.[1] ?? '').replace('…', 'a/b.png'))
    expect(contentSchema.parse(example)).toStrictEqual(example)
  })

  test('of a text is the same whether its attributes are null, empty or missing', () => {
    const said = richTextSchema.parse({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { textAlign: null },
          content: [
            { type: 'text', text: 'a', marks: [{ type: 'italic', attrs: {} }, { type: 'bold' }] },
            { type: 'text', text: 'b', marks: [{ type: 'bold', attrs: {} }, { type: 'italic' }] },
            { type: 'text', text: 'c', marks: [{ type: 'textStyle', attrs: { color: null } }] },
          ],
        },
        {
          type: 'orderedList',
          attrs: { start: 1, type: null },
          content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
        },
      ],
    })
    expect(said).toStrictEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'ab', marks: [{ type: 'bold' }, { type: 'italic' }] },
            { type: 'text', text: 'c' },
          ],
        },
        { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    })
  })

  test('begins every list item with a paragraph, for Tiptap would throw the item away', () => {
    const list = (content: unknown[]) => ({
      type: 'doc',
      content: [{ type: 'bulletList', content: [{ type: 'listItem', content }] }],
    })
    const heading = { type: 'heading', attrs: { level: 1 } }
    expect(richTextSchema.parse(list([heading]))).toStrictEqual(list([{ type: 'paragraph' }, heading]))
  })

  test.each([
    ['a page twice', { version: 1, pages: [{ id: 'a' }, { id: 'a' }] }],
    ['no page', { version: 1, pages: [] }],
    ['a newer version', { version: 2, pages: [{ id: 'a' }] }],
    ['an id that is none', { version: 1, pages: [{ id: 'a b' }] }],
    ['a property that nobody knows', { version: 1, pages: [{ id: 'a', script: 'x' }] }],
    ['a kind that nobody knows', { version: 1, pages: [{ id: 'a', elements: [{ id: 'b', kind: 'constructor' }] }] }],
    ['a picture of another host', imageFrom('https://example.org/a.png')],
    ['a picture outside of /media/', imageFrom('/media/../api/lessons')],
    ['a length that is none', { version: 1, pages: [{ id: 'a', width: Number.NaN }] }],
  ])('refuses %s', (_what, json) => {
    expect(contentSchema.safeParse(json).success).toBe(false)
  })

  test('refuses lists nested without end, quickly, instead of exhausting the stack', () => {
    let block: unknown = { type: 'paragraph' }
    for (let depth = 0; depth < 50_000; depth++) {
      block = { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] }
    }
    expect(richTextSchema.safeParse({ type: 'doc', content: [block] }).success).toBe(false)
    let wrong: unknown = { type: 'paragraph', content: 7 }
    for (let depth = 0; depth < 12; depth++) {
      wrong = { type: 'bulletList', content: [{ type: 'listItem', content: [wrong, wrong] }] }
    }
    const began = performance.now()
    expect(richTextSchema.safeParse({ type: 'doc', content: [wrong] }).success).toBe(false)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})

describe('canonical JSON → document → JSON', () => {
  const throughDocument = (state: Uint8Array) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    return readContent(doc)
  }

  test('is the identity, ids and order included', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(throughDocument(createDocState(content))).toStrictEqual(content)
      }),
      { numRuns: 400 },
    )
  })

  test('is the identity for texts', () => {
    fc.assert(
      fc.property(anyText, (json) => {
        const text = richTextSchema.parse(json)
        const element = { id: 'e', kind: 'text', x: 0, y: 0, width: 1, height: 1, rotation: 0, text }
        const content = contentSchema.parse({ version: 1, pages: [{ id: 'p', elements: [element] }] })
        expect(throughDocument(createDocState(content))).toStrictEqual(content)
      }),
      { numRuns: 400 },
    )
  })

  test('makes the same bytes each time, and the gate lets them in', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const state = createDocState(content)
        expect(createDocState(structuredClone(content))).toStrictEqual(state)
        expect(judgeUpdate(state)).toStrictEqual({ ok: true })
      }),
      { numRuns: 50 },
    )
  })
})

describe('what readers get', () => {
  test('holds nothing hidden, and no names or locks', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const seen = forReaders(content)
        expect(forReaders(seen)).toStrictEqual(seen)
        for (const page of seen.pages) {
          expect(page).not.toHaveProperty('hidden')
          for (const element of page.elements) {
            for (const key of ['hidden', 'locked', 'name']) expect(Object.hasOwn(element, key)).toBe(false)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('has one text, whatever the order of its keys', () => {
    fc.assert(
      fc.property(anyContent, fc.string(), (content, title) => {
        expect(readerText({ title, content: reversedKeys(content) as typeof content })).toBe(
          readerText({ title, content }),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('of an unknown kind is where it stands, and nothing else', () => {
    const quiz = {
      id: 'q',
      kind: 'quiz',
      x: 1,
      y: 2,
      width: 3,
      height: 4,
      rotation: 0,
      answer: 42,
      notes: 'not for students',
    }
    const content = { ...contentSchema.parse({ version: 1, pages: [{ id: 'p' }] }) }
    content.pages = content.pages.map((page) => ({ ...page, elements: [quiz as never] }))
    const { answer: _answer, notes: _notes, ...seen } = quiz
    expect(forReaders(content).pages[0]?.elements).toStrictEqual([seen])
  })
})

function imageFrom(src: string) {
  const image = { id: 'b', kind: 'image', mediaId: 1, src, alt: '', x: 0, y: 0, width: 1, height: 1, rotation: 0 }
  return { version: 1, pages: [{ id: 'a', elements: [image] }] }
}

function reversedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(reversedKeys)
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversedKeys(item)]),
  )
}
