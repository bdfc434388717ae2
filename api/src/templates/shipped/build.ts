/** Words to draw the templates with that come with the product: elements, pages, and a template in two languages. */
import type { ShippedTemplate, TemplateCategory, TemplateLanguage } from '@anawim/db'
import { contentSchema, type LessonContent } from '@anawim/lesson'

type Block = Record<string, unknown>
export type Element = Record<string, unknown> & { kind: string }

export interface Place {
  x: number
  y: number
  width: number
  height: number
}

export const at = (x: number, y: number, width: number, height: number): Place => ({ x, y, width, height })

/** `**words**` are bold. */
const inline = (text: string) =>
  text
    .split('**')
    .flatMap((part, index) =>
      part ? [{ type: 'text', text: part, ...(index % 2 === 1 && { marks: [{ type: 'bold' }] }) }] : [],
    )

export const paragraph = (text: string): Block => ({ type: 'paragraph', content: inline(text) })
const items = (texts: readonly string[]) => texts.map((text) => ({ type: 'listItem', content: [paragraph(text)] }))
export const bullets = (...texts: string[]): Block => ({ type: 'bulletList', content: items(texts) })
export const steps = (...texts: string[]): Block => ({ type: 'orderedList', content: items(texts) })

/** What stands in a box: a line of text, or blocks. */
export type Words = string | Block[]

const documentOf = (words: Words) => ({
  type: 'doc',
  content: typeof words === 'string' ? words.split('\n').map(paragraph) : words,
})

/** A text box; `look` is what differs from the defaults: `fontSize, color, align`. */
export const text = (place: Place, words: Words, look: Record<string, unknown> = {}): Element => ({
  kind: 'text',
  ...place,
  text: documentOf(words),
  ...look,
})

/** A filled shape without a line; `look` may have words in it (`text: say('…')`), a radius, a stroke. */
export const shape = (name: string, place: Place, fill: string, look: Record<string, unknown> = {}): Element => ({
  kind: 'shape',
  shape: name,
  ...place,
  fill,
  stroke: 'transparent',
  strokeWidth: 0,
  ...look,
})

/** The words in a shape. */
export const say = (words: Words) => ({ text: documentOf(words) })

/** A straight line from the top left to the bottom right of its box. */
export const line = (place: Place, stroke: string, look: Record<string, unknown> = {}): Element => ({
  kind: 'line',
  ...place,
  stroke,
  strokeWidth: 3,
  ...look,
})

let groups = 0

/** These are moved and copied together. */
export const grouped = (...elements: Element[]): Element[] => {
  const groupId = `group${++groups}`
  return elements.map((element) => ({ ...element, groupId }))
}

export interface Page {
  name: string
  background: string
  elements: Element[]
}

export const page = (name: string, background: string, ...elements: (Element | Element[])[]): Page => ({
  name,
  background,
  elements: elements.flat(),
})

function contentOf(pages: Page[]): LessonContent {
  return contentSchema.parse({
    version: 1,
    pages: pages.map(({ name, background, elements }, pageIndex) => ({
      id: `p${pageIndex + 1}`,
      name,
      width: 1280,
      height: 720,
      background,
      elements: elements.map((element, index) => ({
        id: `p${pageIndex + 1}e${index + 1}`,
        rotation: 0,
        ...element,
      })),
    })),
  })
}

interface Template<W> {
  /** Of both languages; never changed once it was released. */
  slug: string
  category: TemplateCategory
  /** What is written on it, in each language, and how lists tell of it. */
  words: Record<TemplateLanguage, W & { name: string; description: string }>
  draw: (words: W) => Page[]
}

/** One template, drawn in Vietnamese and in English. */
export function inBothLanguages<W>({ slug, category, words, draw }: Template<W>): ShippedTemplate[] {
  return (['vi', 'en'] as const).map((language) => {
    groups = 0
    const { name, description } = words[language]
    return {
      slug: `${slug}.${language}`,
      name,
      description,
      language,
      category,
      structure: contentOf(draw(words[language])),
    }
  })
}
