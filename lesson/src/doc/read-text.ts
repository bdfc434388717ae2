import * as Y from 'yjs'
import { limits } from '../limits.ts'
import { colorSchema } from '../paint.ts'
import { fontSizeSchema, linkSchema } from '../rich-text-schema.ts'
import {
  canonicalRichText,
  textAligns,
  type BlockNode,
  type InlineNode,
  type ListItemNode,
  type Mark,
  type RichText,
} from '../rich-text.ts'

/**
 * The canonical text of a fragment, whoever wrote it: this code or Tiptap's binding (y-tiptap). Nodes and marks that a lesson does not
 * know are left out, attributes that are odd too; anything that is no fragment is an empty text.
 */
export function readText(fragment: unknown): RichText {
  const blocks = fragment instanceof Y.XmlFragment ? readBlocks(fragment, 0) : []
  return canonicalRichText({ type: 'doc', content: blocks })
}

function readBlocks(parent: Y.XmlFragment, depth: number): BlockNode[] {
  return parent.toArray().flatMap((node) => (node instanceof Y.XmlElement ? readBlock(node, depth) : []))
}

function readBlock(node: Y.XmlElement, depth: number): BlockNode[] {
  switch (node.nodeName) {
    case 'paragraph':
      return [{ type: 'paragraph', attrs: alignOf(node), content: readInline(node) }]
    case 'heading':
      return [{ type: 'heading', attrs: { level: levelOf(node), ...alignOf(node) }, content: readInline(node) }]
    case 'bulletList': {
      const items = readItems(node, depth)
      return items.length === 0 ? [] : [{ type: 'bulletList', content: items }]
    }
    case 'orderedList': {
      const items = readItems(node, depth)
      return items.length === 0 ? [] : [{ type: 'orderedList', attrs: { start: startOf(node) }, content: items }]
    }
    default:
      return []
  }
}

function readItems(list: Y.XmlElement, depth: number): ListItemNode[] {
  if (depth >= limits.textDepth) return []
  return list.toArray().flatMap((node): ListItemNode[] => {
    if (!(node instanceof Y.XmlElement) || node.nodeName !== 'listItem') return []
    return [{ type: 'listItem', content: readBlocks(node, depth + 1) }]
  })
}

function readInline(block: Y.XmlElement): InlineNode[] {
  return block.toArray().flatMap((node): InlineNode[] => {
    if (node instanceof Y.XmlText) return readRuns(node)
    return node instanceof Y.XmlElement && node.nodeName === 'hardBreak' ? [{ type: 'hardBreak' }] : []
  })
}

function readRuns(text: Y.XmlText): InlineNode[] {
  const runs: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta()
  return runs.flatMap(({ insert, attributes }): InlineNode[] => {
    if (typeof insert !== 'string') return []
    return [{ type: 'text', text: insert, marks: Object.entries(attributes ?? {}).flatMap(readMark) }]
  })
}

/** y-tiptap adds a hash to the name of a mark that may overlap itself: `link--1a2b3c4d`. */
const HASHED_NAME = /^(.*)--[a-zA-Z0-9+/=]{8}$/

/** A format attribute of a Y.XmlText is a mark: its name, and its attributes as an object, `{}` when it has none. */
function readMark([key, value]: [string, unknown]): Mark[] {
  if (value === null || value === undefined || value === false) return []
  const type = HASHED_NAME.exec(key)?.[1] ?? key
  const attrs = new Map<string, unknown>(typeof value === 'object' ? Object.entries(value) : [])
  switch (type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'subscript':
    case 'superscript':
      return [{ type }]
    case 'link':
      return [{ type, attrs: { href: linkSchema.safeParse(attrs.get('href')).data } }]
    case 'highlight':
      return [{ type, attrs: { color: colorSchema.safeParse(attrs.get('color')).data } }]
    case 'textStyle': {
      const fontFamily = attrs.get('fontFamily')
      return [
        {
          type,
          attrs: {
            color: colorSchema.safeParse(attrs.get('color')).data,
            fontSize: fontSizeSchema.safeParse(attrs.get('fontSize')).data,
            fontFamily: typeof fontFamily === 'string' ? fontFamily.slice(0, 100) : null,
          },
        },
      ]
    }
    default:
      return []
  }
}

function alignOf(node: Y.XmlElement) {
  const value: unknown = node.getAttribute('textAlign')
  return { textAlign: textAligns.find((align) => align === value) }
}

function levelOf(node: Y.XmlElement): 1 | 2 | 3 {
  const value: unknown = node.getAttribute('level')
  return value === 2 || value === 3 ? value : 1
}

function startOf(node: Y.XmlElement): number | null {
  const value: unknown = node.getAttribute('start')
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : null
}
