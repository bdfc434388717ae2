import { fontHeights, textBoxCss, textCss } from '@anawim/drawing'
import { withDefaults, type TextElement } from '@anawim/lesson'
import { domOf } from './dom-text.ts'
import type { ReadLine } from './layout-lines.ts'

const sheet = document.createElement('style')
sheet.textContent = textCss('.text')
document.head.append(sheet)
const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** The lines that Chromium makes of a text set with `textCss`, found by asking where each character stands. */
export function domLines(element: TextElement): { lines: ReadLine[]; height: number } {
  const box = withDefaults<TextElement>(element)
  const root = document.createElement('div')
  root.className = 'text'
  for (const [name, value] of Object.entries(textBoxCss(box))) root.style.setProperty(name, value)
  root.style.cssText += `; position: absolute; left: 0; top: 0; width: ${element.width}px`
  root.append(...element.text.content.map(domOf))
  document.body.append(root)
  const lines = [...root.querySelectorAll('p, h1, h2, h3')].flatMap(readBlock)
  const { height } = root.getBoundingClientRect()
  root.remove()
  return { lines, height }
}

function readBlock(block: Element): ReadLine[] {
  const lines: ReadLine[] = []
  let line: ReadLine | null = null
  let space = false
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeName === 'BR') line = null
    if (!(node instanceof Text)) continue
    for (const { segment, index } of segmenter.segment(node.data)) {
      if (segment === '\n') line = null
      if (segment.trim() === '') {
        space = true
        continue
      }
      const rect = rectOf(node, index, index + segment.length)
      if (rect === null) continue
      if (line !== null && rect.left >= line.right - 2) {
        line.text += (space ? ' ' : '') + segment
        line.right = rect.right
      } else {
        line = { text: segment, left: rect.left, right: rect.right, baseline: rect.top + ascentOf(node) }
        lines.push(line)
      }
      space = false
    }
  }
  return lines
}

function rectOf(node: Text, start: number, end: number): DOMRect | null {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return range.getClientRects()[0] ?? null
}

/** From the top of a character's rectangle to its baseline. */
function ascentOf(node: Text): number {
  const { fontSize } = getComputedStyle(node.parentElement ?? document.body)
  return fontHeights({ fontSize: Number.parseFloat(fontSize) }).ascent
}
