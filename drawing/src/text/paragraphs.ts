import type { BlockNode, InlineNode, ListItemNode, TextAlign } from '@anawim/lesson'
import { styleOf, type BlockStyle, type RunStyle } from './run-style.ts'
import { headingScale, listIndent } from './text-css.ts'

/** What a block is, for screen readers and PDF. `level`: 1–3 of a heading, else 0. */
export interface BlockRole {
  type: 'paragraph' | 'heading'
  level: 0 | 1 | 2 | 3
}

/** Before the first line of a list item: a bullet by depth, or a number. */
export type ListMarker = { type: 'disc' | 'circle' | 'square' } | { type: 'number'; text: string }

/** Characters `start` (included) to `end` (not included) of a paragraph's text, in one style. */
export interface Span {
  start: number
  end: number
  style: RunStyle
}

/** One block of lines: a paragraph or heading, inside any number of lists. */
export interface Paragraph {
  role: BlockRole
  /** How many lists it stands in, and its distance from the box's left edge, in page pixels. */
  depth: number
  indent: number
  markers: ListMarker[]
  align: TextAlign
  /** All characters; a hard break is `\n`. */
  text: string
  spans: Span[]
  /** The style without marks: an empty line is as high as this. */
  base: RunStyle
  /** The style of the markers: the box's own, also before a heading. */
  markerStyle: RunStyle
}

interface Walk {
  box: BlockStyle
  boxStyle: RunStyle
  align: TextAlign
  paragraphs: Paragraph[]
  /** Markers of items whose first line has not come yet. */
  pending: ListMarker[]
}

/** The blocks of a text from top to bottom, lists unfolded. */
export function paragraphsOf(blocks: readonly BlockNode[], box: BlockStyle, align: TextAlign): Paragraph[] {
  const walk: Walk = { box, boxStyle: styleOf(box), align, paragraphs: [], pending: [] }
  for (const block of blocks) addBlock(walk, block, 0)
  return walk.paragraphs
}

function addBlock(walk: Walk, block: BlockNode, depth: number): void {
  switch (block.type) {
    case 'paragraph':
      addParagraph(walk, { type: 'paragraph', level: 0 }, block.attrs?.textAlign, block.content, depth)
      break
    case 'heading':
      addParagraph(walk, { type: 'heading', level: block.attrs.level }, block.attrs.textAlign, block.content, depth)
      break
    case 'bulletList':
      for (const item of block.content) addItem(walk, item, { type: bulletAt(depth) }, depth)
      break
    case 'orderedList': {
      const first = block.attrs?.start ?? 1
      block.content.forEach((item, index) => addItem(walk, item, { type: 'number', text: `${first + index}. ` }, depth))
      break
    }
  }
}

function addItem(walk: Walk, item: ListItemNode, marker: ListMarker, depth: number): void {
  walk.pending.push(marker)
  for (const block of item.content) addBlock(walk, block, depth + 1)
}

function bulletAt(depth: number): 'disc' | 'circle' | 'square' {
  return depth === 0 ? 'disc' : depth === 1 ? 'circle' : 'square'
}

function addParagraph(
  walk: Walk,
  role: BlockRole,
  align: TextAlign | null | undefined,
  content: readonly InlineNode[] | null | undefined,
  depth: number,
): void {
  const { box } = walk
  const style: BlockStyle =
    role.level === 0 ? box : { ...box, bold: true, fontSize: box.fontSize * headingScale[role.level] }
  const base = styleOf(style)
  const spans: Span[] = []
  let text = ''
  for (const node of content ?? []) {
    const start = text.length
    text += node.type === 'text' ? node.text : '\n'
    spans.push({ start, end: text.length, style: node.type === 'text' ? styleOf(style, node.marks) : base })
  }
  walk.paragraphs.push({
    role,
    depth,
    indent: depth * listIndent * box.fontSize,
    markers: walk.pending,
    align: align ?? walk.align,
    text,
    spans,
    base,
    markerStyle: walk.boxStyle,
  })
  walk.pending = []
}
