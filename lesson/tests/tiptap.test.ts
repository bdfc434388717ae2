import * as fc from 'fast-check'
import * as Y from 'yjs'
import { getSchema } from '@tiptap/core'
import { Highlight } from '@tiptap/extension-highlight'
import { Subscript } from '@tiptap/extension-subscript'
import { Superscript } from '@tiptap/extension-superscript'
import { TextAlign } from '@tiptap/extension-text-align'
import { TextStyleKit } from '@tiptap/extension-text-style'
import { Node } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { prosemirrorJSONToYXmlFragment, updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import { contentSchema, markOrder, richTextSchema, type RichText } from '@anawim/lesson'
import { createDocState, judgeUpdate, readText, textFragment, updateElements } from '@anawim/lesson/doc'
import { anyText } from './generators.ts'
import { richText, textBox } from './people.ts'

/** What the editor's text boxes are made of. */
const schema = getSchema([
  StarterKit.configure({ heading: { levels: [1, 2, 3] }, undoRedo: false }),
  TextStyleKit,
  Highlight.configure({ multicolor: true }),
  Subscript,
  Superscript,
  TextAlign.configure({ types: ['heading', 'paragraph'] }),
])

const canonicalText = anyText.map((json) => richTextSchema.parse(json))

/** A lesson with this text in its one box, opened. */
function opened(text: RichText) {
  const content = contentSchema.parse({ version: 1, pages: [{ id: 'p', elements: [{ ...textBox('t'), text }] }] })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, createDocState(content))
  const fragment = textFragment(doc, 't')
  if (!fragment) throw new Error('there is no text')
  return { doc, fragment }
}

/** What Tiptap shows of a fragment. It deletes from the document what its schema refuses. */
function shown(fragment: Y.XmlFragment): Node {
  const node = yXmlFragmentToProseMirrorRootNode(fragment, schema)
  node.check()
  return node
}

/** The document as Tiptap's binding writes it when a person has changed it to this. */
function typed(fragment: Y.XmlFragment, node: Node): void {
  updateYFragment(fragment.doc ?? new Y.Doc(), fragment, node, { mapping: new Map(), isOMark: new Map() })
}

describe('Tiptap and the lesson', () => {
  test('have the same marks', () => {
    expect(markOrder.filter((name) => !(name in schema.marks))).toStrictEqual([])
  })

  test('agree on every text that the lesson wrote, and Tiptap deletes nothing of it', () => {
    fc.assert(
      fc.property(canonicalText, (text) => {
        const { doc, fragment } = opened(text)
        const before = Y.encodeStateVector(doc)
        const node = shown(fragment)
        expect(richTextSchema.parse(node.toJSON())).toStrictEqual(text)
        expect(Y.encodeStateVector(doc)).toStrictEqual(before)
        expect(readText(fragment)).toStrictEqual(text)
      }),
      { numRuns: 300 },
    )
  })

  test('agree on every text that Tiptap wrote, with the defaults that it fills in', () => {
    fc.assert(
      fc.property(canonicalText, (text) => {
        const full = Node.fromJSON(schema, text).toJSON()
        const fragment = new Y.Doc().getXmlFragment('t')
        prosemirrorJSONToYXmlFragment(schema, full, fragment)
        expect(readText(fragment)).toStrictEqual(text)
        expect(richTextSchema.parse(full)).toStrictEqual(text)
      }),
      { numRuns: 300 },
    )
  })

  test('agree when one text is edited into any other, and the gate lets each edit in', () => {
    fc.assert(
      fc.property(canonicalText, canonicalText, (before, after) => {
        const { doc, fragment } = opened(before)
        doc.on('update', (update: Uint8Array) => expect(judgeUpdate(update)).toStrictEqual({ ok: true }))
        shown(fragment)
        typed(fragment, Node.fromJSON(schema, after))
        expect(readText(fragment)).toStrictEqual(after)
        expect(richTextSchema.parse(shown(fragment).toJSON())).toStrictEqual(after)
      }),
      { numRuns: 300 },
    )
  })

  test('agree when a text was set by the panel', () => {
    const { doc, fragment } = opened(richText('old'))
    updateElements(doc, ['t'], { text: richText('new', 'lines') })
    expect(richTextSchema.parse(shown(fragment).toJSON())).toStrictEqual(richText('new', 'lines'))
  })

  test('read the marks whose names carry a hash, as y-tiptap writes those that may overlap themselves', () => {
    const { fragment } = opened(richText('abc'))
    const paragraph = fragment.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('there is no text')
    text.format(0, 3, {
      'link--AbCd12+/': { href: 'https://example.org', target: '_blank' },
      bold: {},
      comment: { id: 1 },
    })
    expect(readText(fragment).content[0]?.content).toStrictEqual([
      {
        type: 'text',
        text: 'abc',
        marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://example.org' } }],
      },
    ])
  })
})
