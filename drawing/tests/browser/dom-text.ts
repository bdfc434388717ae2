import { fontStack } from '@anawim/drawing'
import type { BlockNode, InlineNode, Mark } from '@anawim/lesson'

/** The DOM that Tiptap makes of a text, its trailing breaks included: what the editor shows while one types. */
export function domOf(block: BlockNode): HTMLElement {
  switch (block.type) {
    case 'paragraph':
      return textBlock('p', block.attrs?.textAlign, block.content)
    case 'heading':
      return textBlock(`h${block.attrs.level}`, block.attrs.textAlign, block.content)
    case 'bulletList':
    case 'orderedList': {
      const list = document.createElement(block.type === 'bulletList' ? 'ul' : 'ol')
      if (block.type === 'orderedList') list.setAttribute('start', `${block.attrs?.start ?? 1}`)
      for (const item of block.content) {
        const li = document.createElement('li')
        li.append(...item.content.map(domOf))
        list.append(li)
      }
      return list
    }
  }
}

function textBlock(
  tag: string,
  align: string | null | undefined,
  content: InlineNode[] | null | undefined,
): HTMLElement {
  const block = document.createElement(tag)
  if (align) block.style.textAlign = align
  const nodes = content ?? []
  for (const node of nodes) {
    if (node.type === 'hardBreak') block.append(document.createElement('br'))
    else block.append(marked(document.createTextNode(node.text), node.marks ?? []))
  }
  if (nodes.length === 0 || nodes.at(-1)?.type === 'hardBreak') block.append(document.createElement('br'))
  return block
}

/** The first mark of Tiptap's order outermost: links, then sizes, then the rest. */
function marked(text: Text, marks: readonly Mark[]): Node {
  const rank = (mark: Mark) => (mark.type === 'link' ? 0 : mark.type === 'textStyle' ? 1 : 2)
  return marks
    .toSorted((a, b) => rank(b) - rank(a))
    .reduce<Node>((inner, mark) => {
      const outer = elementOf(mark)
      outer.append(inner)
      return outer
    }, text)
}

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  link: 'a',
  textStyle: 'span',
  highlight: 'mark',
  subscript: 'sub',
  superscript: 'sup',
} as const satisfies Record<Mark['type'], string>

function elementOf(mark: Mark): HTMLElement {
  const element = document.createElement(tags[mark.type])
  if (mark.type === 'link') element.setAttribute('href', mark.attrs?.href ?? '')
  if (mark.type === 'highlight' && mark.attrs?.color) element.style.backgroundColor = mark.attrs.color
  if (mark.type === 'textStyle') {
    element.style.color = mark.attrs?.color ?? ''
    element.style.fontSize = mark.attrs?.fontSize ?? ''
    if (mark.attrs?.fontFamily) element.style.fontFamily = fontStack(mark.attrs.fontFamily)
  }
  return element
}
