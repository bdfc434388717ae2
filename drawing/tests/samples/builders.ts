/** Words to write texts and pages with: `box(p('Xin ', bold('chào')))`. */
import {
  canonicalRichText,
  type BlockNode,
  type InlineNode,
  type LessonElement,
  type LessonPage,
  type ListItemNode,
  type Mark,
  type TextAlign,
  type TextElement,
} from '@anawim/lesson'

type Inline = string | InlineNode

const node = (inline: Inline): InlineNode => (typeof inline === 'string' ? { type: 'text', text: inline } : inline)
const nodes = (inlines: Inline[]): InlineNode[] => inlines.map(node)
const marked = (text: Inline, mark: Mark): InlineNode => {
  const inner = node(text)
  return inner.type === 'text' ? { ...inner, marks: [...(inner.marks ?? []), mark] } : inner
}

export const br: InlineNode = { type: 'hardBreak' }
export const bold = (text: Inline) => marked(text, { type: 'bold' })
export const italic = (text: Inline) => marked(text, { type: 'italic' })
export const underline = (text: Inline) => marked(text, { type: 'underline' })
export const strike = (text: Inline) => marked(text, { type: 'strike' })
export const sub = (text: Inline) => marked(text, { type: 'subscript' })
export const sup = (text: Inline) => marked(text, { type: 'superscript' })
export const link = (text: Inline, href = 'https://truong.edu.vn') => marked(text, { type: 'link', attrs: { href } })
export const size = (text: Inline, px: number) => marked(text, { type: 'textStyle', attrs: { fontSize: `${px}px` } })
export const color = (text: Inline, value: string) => marked(text, { type: 'textStyle', attrs: { color: value } })
export const font = (text: Inline, fontFamily: string) => marked(text, { type: 'textStyle', attrs: { fontFamily } })
export const highlight = (text: Inline, value?: string) =>
  marked(text, { type: 'highlight', attrs: value === undefined ? null : { color: value } })

export const p = (...content: Inline[]): BlockNode => ({ type: 'paragraph', content: nodes(content) })
export const aligned = (textAlign: TextAlign, ...content: Inline[]): BlockNode => ({
  type: 'paragraph',
  attrs: { textAlign },
  content: nodes(content),
})
export const heading = (level: 1 | 2 | 3, ...content: Inline[]): BlockNode => ({
  type: 'heading',
  attrs: { level },
  content: nodes(content),
})
const item = (content: BlockNode | BlockNode[]): ListItemNode => ({ type: 'listItem', content: [content].flat() })
export const bullets = (...items: (BlockNode | BlockNode[])[]): BlockNode => ({
  type: 'bulletList',
  content: items.map(item),
})
export const numbers = (start: number, ...items: (BlockNode | BlockNode[])[]): BlockNode => ({
  type: 'orderedList',
  attrs: { start },
  content: items.map(item),
})

let made = 0

/** A text box at the page's corner; `options` are its own properties. */
export function box(content: BlockNode | BlockNode[], options: Partial<TextElement> = {}): TextElement {
  const text = canonicalRichText({ type: 'doc', content: [content].flat() })
  return { id: `t${++made}`, kind: 'text', x: 0, y: 0, width: 300, height: 0, rotation: 0, ...options, text }
}

export function page(elements: LessonElement[], options: Partial<LessonPage> = {}): LessonPage {
  return { id: 'p1', name: '', width: 640, height: 360, background: '#ffffff', ...options, elements }
}

/** A kind that a later version may have. */
export const unknown = (x: number, y: number): LessonElement =>
  JSON.parse(`{"id":"u1","kind":"hologram","x":${x},"y":${y},"width":120,"height":80,"rotation":0}`)
