import { withDefaults, type RichText, type TextElement, type TextStyleDefaults } from '@anawim/lesson'
import { keptLines } from './kept-lines.ts'
import { currentFontGeneration, measuresAgree, type Measure } from './measure.ts'
import { paragraphsOf, type BlockRole } from './paragraphs.ts'
import { placeLines, type TextLine } from './place-lines.ts'

/** The lines of one paragraph or heading. */
export interface TextBlock {
  block: BlockRole
  /** How many lists it stands in. */
  depth: number
  lines: TextLine[]
}

/** A text element's lines, placed in its box: page pixels from the box's top-left corner, unrotated. */
export interface TextLayout {
  width: number
  /** Of the drawn box: the element's height, or more when the text needs it. */
  height: number
  /** Of the text alone. */
  contentHeight: number
  blocks: TextBlock[]
}

interface Kept {
  key: string
  measure: Measure
  generation: number
  layout: TextLayout
}

/** By the text's JSON, not by the element: what is dragged about is a new element with the same text. */
const kept = new WeakMap<RichText, Kept>()

/**
 * The lines of a text element, as Chromium breaks the same text set with `textCss`. Kept as long as the element's text
 * lives, and made anew when its box or its style changes, or after `fontsChanged()`.
 */
export function layoutText(element: TextElement, measure: Measure): TextLayout {
  return layoutBox(withDefaults(element), measure)
}

/** A text and the box that it stands in, whatever it belongs to. */
export interface TextBox extends TextStyleDefaults {
  width: number
  height: number
  text: RichText
}

/** As `layoutText`, of any text in a box. */
export function layoutBox(box: TextBox, measure: Measure): TextLayout {
  const { width, height, fontFamily, fontSize, color, align, verticalAlign, lineHeight } = box
  const key = [width, height, fontFamily, fontSize, color, align, verticalAlign, lineHeight].join('|')
  const generation = currentFontGeneration()
  const before = kept.get(box.text)
  if (before?.key === key && before.generation === generation && measuresAgree(before.measure, measure)) {
    return before.layout
  }
  const layout = makeLayout(box, measure)
  kept.set(box.text, { key, measure, generation, layout })
  return layout
}

function makeLayout(box: TextBox, measure: Measure): TextLayout {
  const paragraphs = paragraphsOf(box.text.content, { ...box, bold: false }, box.align)
  const blocks: TextBlock[] = []
  let y = 0
  for (const paragraph of paragraphs) {
    const broken = keptLines(paragraph, Math.max(0, box.width - paragraph.indent), measure)
    const lines = placeLines(paragraph, broken, box.width, y, measure)
    blocks.push({ block: paragraph.role, depth: paragraph.depth, lines })
    for (const line of lines) y += line.height
  }
  const height = Math.max(box.height, y)
  const spare = height - y
  const down = box.verticalAlign === 'middle' ? spare / 2 : box.verticalAlign === 'bottom' ? spare : 0
  if (down > 0) {
    for (const line of blocks.flatMap((block) => block.lines)) {
      line.y += down
      line.baseline += down
    }
  }
  return { width: box.width, height, contentHeight: y, blocks }
}
