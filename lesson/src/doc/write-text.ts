import * as Y from 'yjs'
import type { BlockNode, InlineNode, ListItemNode, Mark, RichText } from '../rich-text.ts'

/** A fragment as Tiptap's binding (y-tiptap) would have made it of that text. */
export function newTextFragment(text: RichText): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  writeText(fragment, text)
  return fragment
}

/** Replaces what stands in the fragment. */
export function writeText(fragment: Y.XmlFragment, text: RichText): void {
  if (fragment.doc) fragment.delete(0, fragment.length)
  fragment.insert(0, text.content.map(newBlock))
}

function newBlock(block: BlockNode): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return newNode('paragraph', { textAlign: block.attrs?.textAlign }, newInline(block.content))
    case 'heading': {
      const { level, textAlign } = block.attrs
      return newNode('heading', { level, textAlign }, newInline(block.content))
    }
    case 'bulletList':
      return newNode('bulletList', {}, block.content.map(newItem))
    case 'orderedList':
      return newNode('orderedList', { start: block.attrs?.start ?? 1 }, block.content.map(newItem))
  }
}

function newItem(item: ListItemNode): Y.XmlElement {
  return newNode('listItem', {}, item.content.map(newBlock))
}

/** Neighbouring texts share one Y.XmlText, in which marks are format attributes. */
function newInline(content: readonly InlineNode[] | null | undefined): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = []
  let runs: { insert: string; attributes: Record<string, object> }[] = []
  const flush = () => {
    if (runs.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(runs)
    children.push(text)
    runs = []
  }
  for (const node of content ?? []) {
    if (node.type === 'text') {
      runs.push({ insert: node.text, attributes: Object.fromEntries((node.marks ?? []).map(markEntry)) })
    } else {
      flush()
      children.push(newNode('hardBreak', {}, []))
    }
  }
  flush()
  return children
}

function markEntry(mark: Mark): [string, object] {
  return [mark.type, 'attrs' in mark ? { ...mark.attrs } : {}]
}

function newNode(
  name: string,
  attrs: Record<string, string | number | null | undefined>,
  children: (Y.XmlElement | Y.XmlText)[],
): Y.XmlElement {
  const node = new Y.XmlElement<Record<string, string | number>>(name)
  for (const [key, value] of Object.entries(attrs)) {
    if (value !== undefined && value !== null) node.setAttribute(key, value)
  }
  node.insert(0, children)
  return node as Y.XmlElement
}
