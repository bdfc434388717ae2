/**
 * Rich text as JSON, in Tiptap's names, and its one canonical form: attributes that say nothing left out, marks in
 * the order below, neighbouring texts with equal marks joined. This file knows neither Tiptap nor Yjs.
 */
import { storable } from './characters.ts'

export const textAligns = ['left', 'center', 'right', 'justify'] as const
export type TextAlign = (typeof textAligns)[number]

/** The marks, in the order in which the canonical form lists them. */
export const markOrder = [
  'bold',
  'italic',
  'underline',
  'strike',
  'link',
  'textStyle',
  'highlight',
  'subscript',
  'superscript',
] as const

/** What may be null or missing, is missing in the canonical form. */
type Said<T> = T | null | undefined

export type Mark =
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'subscript' | 'superscript' }
  | { type: 'link'; attrs?: Said<{ href?: Said<string> }> }
  /** `fontSize` as `24px`. */
  | { type: 'textStyle'; attrs?: Said<{ color?: Said<string>; fontSize?: Said<string>; fontFamily?: Said<string> }> }
  | { type: 'highlight'; attrs?: Said<{ color?: Said<string> }> }

export interface TextNode {
  type: 'text'
  text: string
  marks?: Said<Mark[]>
}
export interface HardBreakNode {
  type: 'hardBreak'
}
export type InlineNode = TextNode | HardBreakNode

export interface ParagraphNode {
  type: 'paragraph'
  attrs?: Said<{ textAlign?: Said<TextAlign> }>
  content?: Said<InlineNode[]>
}
export interface HeadingNode {
  type: 'heading'
  attrs: { level: 1 | 2 | 3; textAlign?: Said<TextAlign> }
  content?: Said<InlineNode[]>
}
export interface ListItemNode {
  type: 'listItem'
  content: BlockNode[]
}
export interface BulletListNode {
  type: 'bulletList'
  content: ListItemNode[]
}
export interface OrderedListNode {
  type: 'orderedList'
  attrs?: Said<{ start?: Said<number> }>
  content: ListItemNode[]
}
export type BlockNode = ParagraphNode | HeadingNode | BulletListNode | OrderedListNode

/** A whole text: at least one block. */
export interface RichText {
  type: 'doc'
  content: BlockNode[]
}

/** Is there not even a space? */
export function isEmptyText(text: RichText): boolean {
  return plainText(text) === ''
}

/** The one form of a text. Applied to its own result it changes nothing. */
export function canonicalRichText(doc: RichText): RichText {
  return { type: 'doc', content: doc.content.length === 0 ? [{ type: 'paragraph' }] : doc.content.map(canonicalBlock) }
}

function canonicalBlock(block: BlockNode): BlockNode {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', ...attrsOf({ textAlign: block.attrs?.textAlign }), ...inlineOf(block.content) }
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: block.attrs.level, ...attrsOf({ textAlign: block.attrs.textAlign }).attrs },
        ...inlineOf(block.content),
      }
    case 'bulletList':
      return { type: 'bulletList', content: block.content.map(canonicalItem) }
    case 'orderedList': {
      const start = block.attrs?.start
      return {
        type: 'orderedList',
        ...attrsOf({ start: start === 1 ? null : start }),
        content: block.content.map(canonicalItem),
      }
    }
  }
}

/** An item begins with a paragraph: Tiptap's schema asks for it, and its binding deletes what its schema refuses. */
function canonicalItem(item: ListItemNode): ListItemNode {
  const content = item.content.map(canonicalBlock)
  return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] }
}

function attrsOf<T extends Record<string, unknown>>(attrs: T): { attrs?: { [K in keyof T]?: NonNullable<T[K]> } } {
  const entries = Object.entries(attrs).filter(([, value]) => value !== undefined && value !== null)
  if (entries.length === 0) return {}
  return { attrs: Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> } }
}

function inlineOf(content: readonly InlineNode[] | null | undefined): { content?: InlineNode[] } {
  const joined: InlineNode[] = []
  for (const node of content ?? []) {
    if (node.type === 'hardBreak') {
      joined.push({ type: 'hardBreak' })
      continue
    }
    const text = node.text.replaceAll('\0', '')
    const { marks } = marksOf(node.marks)
    const last = joined.at(-1)
    if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += text
    else if (text !== '') joined.push({ type: 'text', text, ...(marks && { marks }) })
  }
  // Only now: the halves of one surrogate pair may have stood in two texts.
  for (const node of joined) if (node.type === 'text') node.text = storable(node.text)
  return joined.length === 0 ? {} : { content: joined }
}

function marksOf(marks: readonly Mark[] | null | undefined): { marks?: Mark[] } {
  const kept = new Map<Mark['type'], Mark>()
  for (const mark of marks ?? []) {
    const canonical = canonicalMark(mark)
    if (canonical) kept.set(canonical.type, canonical)
  }
  const ordered = markOrder.flatMap((type) => kept.get(type) ?? [])
  return ordered.length === 0 ? {} : { marks: ordered }
}

/** A mark without empty attributes; null when it says nothing. */
function canonicalMark(mark: Mark): Mark | null {
  switch (mark.type) {
    case 'link':
      return mark.attrs?.href ? { type: 'link', attrs: { href: mark.attrs.href } } : null
    case 'textStyle': {
      const { color, fontSize, fontFamily } = mark.attrs ?? {}
      const { attrs } = attrsOf({ color, fontSize, fontFamily: fontFamily || null })
      return attrs ? { type: 'textStyle', attrs } : null
    }
    case 'highlight':
      return { type: 'highlight', ...attrsOf({ color: mark.attrs?.color }) }
    default:
      return { type: mark.type }
  }
}

/** The characters of a text, a line a block: for search, for the names of elements, and for screen readers. */
export function plainText(doc: { content: readonly BlockNode[] }): string {
  return doc.content.map(blockText).join('\n')
}

function blockText(block: BlockNode): string {
  if (block.type === 'paragraph' || block.type === 'heading') {
    return (block.content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
  }
  return block.content.map((item) => item.content.map(blockText).join('\n')).join('\n')
}
