/** Rich text at a border: what of Tiptap's JSON a lesson takes. */
import { z } from 'zod'
import { storableString } from './characters-schema.ts'
import { roundLength } from './geometry.ts'
import { limits } from './limits.ts'
import { colorSchema } from './paint.ts'
import {
  canonicalRichText,
  plainText,
  textAligns,
  type BlockNode,
  type InlineNode,
  type ListItemNode,
  type Mark,
  type RichText,
} from './rich-text.ts'

const plainMark = <T extends string>(type: T) => z.object({ type: z.literal(type) })

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

const markSchema: z.ZodType<Mark, Mark> = z.discriminatedUnion('type', [
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

const marksSchema = z.array(markSchema).max(100).nullish()
const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1).max(limits.textLength),
  marks: marksSchema,
})
/** The document has no place for the marks of a break: they are accepted, as Tiptap writes them, and left out. */
const hardBreakSchema = z.object({ type: z.literal('hardBreak') })
const inlineSchema: z.ZodType<InlineNode, InlineNode> = z.discriminatedUnion('type', [textNodeSchema, hardBreakSchema])

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
const blockSchema: z.ZodType<BlockNode, BlockNode> = z.discriminatedUnion('type', [
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
export const richTextSchema = (z.unknown() as z.ZodType<RichText, RichText>)
  .refine((value) => !isDeeperThan(value, limits.textDepth * 4 + 8), 'lists are nested too deeply')
  .pipe(z.object({ type: z.literal('doc'), content: z.array(blockSchema) }))
  .refine((doc) => plainText(doc).length <= limits.textLength, 'the text is too long')
  .overwrite(canonicalRichText)
