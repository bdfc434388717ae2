/**
 * Rich text as JSON, in Tiptap's names, and its one canonical form: attributes that say nothing left out, marks in
 * the order below, neighbouring texts with equal marks joined. This file knows neither Tiptap nor Yjs.
 */
import { z } from 'zod'
import { storable, storableString } from './characters.ts'
import { roundLength } from './geometry.ts'
import { limits } from './limits.ts'
import { colorSchema } from './paint.ts'

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

const plainMark = <T extends string>(type: T) => z.object({ type: z.literal(type) }).strip()

/** `24px`: what Tiptap's FontSize writes. Canonically a number of page pixels in 4–800, to a tenth. */
export const fontSizeSchema = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,6})?px$/, 'expected a size such as 24px')
  .overwrite((size) => `${Math.min(Math.max(roundLength(Number.parseFloat(size)), 4), 800)}px`)

/** Only addresses that a reader can safely follow: never `javascript:`. */
export const linkSchema = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/|mailto:)[^\s]+$/i, 'expected an address that begins with http://, https:// or mailto:')

const markSchema = z.discriminatedUnion('type', [
  plainMark('bold'),
  plainMark('italic'),
  plainMark('underline'),
  plainMark('strike'),
  plainMark('subscript'),
  plainMark('superscript'),
  z.object({ type: z.literal('link'), attrs: z.object({ href: linkSchema.nullish() }).nullish() }),
  z.object({
    type: z.literal('textStyle'),
    attrs: z
      .object({
        color: colorSchema.nullish(),
        fontSize: fontSizeSchema.nullish(),
        fontFamily: storableString(100).nullish(),
      })
      .nullish(),
  }),
  z.object({ type: z.literal('highlight'), attrs: z.object({ color: colorSchema.nullish() }).nullish() }),
])

export type Mark = z.output<typeof markSchema>

const marksSchema = z.array(markSchema).max(100).nullish()
const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1).max(limits.textLength),
  marks: marksSchema,
})
/** The document has no place for the marks of a break: they are accepted, as Tiptap writes them, and left out. */
const hardBreakSchema = z.object({ type: z.literal('hardBreak') })
const inlineSchema = z.discriminatedUnion('type', [textNodeSchema, hardBreakSchema])

export type TextNode = z.output<typeof textNodeSchema>
export type HardBreakNode = z.output<typeof hardBreakSchema>
export type InlineNode = TextNode | HardBreakNode

const alignAttr = { textAlign: z.enum(textAligns).nullish() }

const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  attrs: z.object(alignAttr).nullish(),
  content: z.array(inlineSchema).nullish(),
})
const headingSchema = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]), ...alignAttr }),
  content: z.array(inlineSchema).nullish(),
})

export type ParagraphNode = z.output<typeof paragraphSchema>
export type HeadingNode = z.output<typeof headingSchema>
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
  attrs?: { start?: number | null } | null
  content: ListItemNode[]
}
export type BlockNode = ParagraphNode | HeadingNode | BulletListNode | OrderedListNode

/** A whole text: at least one block. */
export interface RichText {
  type: 'doc'
  content: BlockNode[]
}

const listItemSchema: z.ZodType<ListItemNode, ListItemNode> = z.object({
  type: z.literal('listItem'),
  content: z.lazy(() => z.array(blockSchema).min(1)),
})
const bulletListSchema = z.object({ type: z.literal('bulletList'), content: z.array(listItemSchema).min(1) })
const orderedListSchema = z.object({
  type: z.literal('orderedList'),
  attrs: z.object({ start: z.int().min(0).max(100_000).nullish() }).nullish(),
  content: z.array(listItemSchema).min(1),
})
const blockSchema: z.ZodType<BlockNode, BlockNode> = z.union([
  paragraphSchema,
  headingSchema,
  bulletListSchema,
  orderedListSchema,
])

/** Levels of nesting in any JSON value, counted without recursion so that a hostile one cannot exhaust the stack. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level: unknown[] = [value]
  for (let count = 0; level.length > 0; count++) {
    if (count > depth) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}

/** Rich text at a border; its output is the canonical form. */
export const richTextSchema = z
  .custom<RichText>((value) => !isDeeperThan(value, limits.textDepth * 4 + 8), 'lists are nested too deeply')
  .pipe(z.object({ type: z.literal('doc'), content: z.array(blockSchema) }))
  .refine((doc) => plainText(doc).length <= limits.textLength, 'the text is too long')
  .overwrite(canonicalRichText)

/** A text of no characters: what a new text box holds. */
export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }

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
