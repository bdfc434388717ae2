/** Words to write demo lessons with: `page('Tên', '#fff', title('…'), shape(…))`. Ids follow from the order, so that a lesson is always the same. */
import { contentSchema, type LessonContent } from '@anawim/lesson'

type Block = Record<string, unknown>
type Element = Record<string, unknown>

interface Place {
  x: number
  y: number
  width: number
  height: number
  rotation?: number
}

const run = (text: string, bold = false) => ({ type: 'text', text, ...(bold && { marks: [{ type: 'bold' }] }) })

/** `**words**` are bold. */
const inline = (text: string) => text.split('**').flatMap((part, index) => (part ? [run(part, index % 2 === 1)] : []))

export const paragraph = (text: string): Block => ({ type: 'paragraph', content: inline(text) })
export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: inline(text),
})
export const list = (...items: string[]): Block => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
export const steps = (...items: string[]): Block => ({
  type: 'orderedList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})

/** A text box; `look` is what differs from the defaults: `fontSize, color, align`. */
export const text = (place: Place, blocks: Block[], look: Record<string, unknown> = {}): Element => ({
  kind: 'text',
  rotation: 0,
  ...place,
  text: { type: 'doc', content: blocks },
  ...look,
})

export const shape = (name: string, place: Place, fill: string, look: Record<string, unknown> = {}): Element => ({
  kind: 'shape',
  shape: name,
  rotation: 0,
  ...place,
  fill,
  stroke: 'transparent',
  strokeWidth: 0,
  ...look,
})

/** A coloured card with words in the middle. */
export const card = (place: Place, fill: string, blocks: Block[], look: Record<string, unknown> = {}): Element[] => [
  shape('rectangle', place, fill),
  text({ x: place.x + 20, y: place.y + 16, width: place.width - 40, height: place.height - 32 }, blocks, {
    verticalAlign: 'middle',
    ...look,
  }),
]

interface Page {
  name: string
  background: string
  elements: Element[]
}

export const page = (name: string, background: string, ...elements: (Element | Element[])[]): Page => ({
  name,
  background,
  elements: elements.flat(),
})

/** The canonical content of these pages. */
export function content(...pages: Page[]): LessonContent {
  return contentSchema.parse({
    version: 1,
    pages: pages.map(({ name, background, elements }, pageIndex) => ({
      id: `p${pageIndex + 1}`,
      name,
      width: 1280,
      height: 720,
      background,
      elements: elements.map((element, index) => ({ id: `p${pageIndex + 1}e${index + 1}`, ...element })),
    })),
  })
}
