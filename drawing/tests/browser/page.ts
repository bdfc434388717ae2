/** The page in which the browser tests run: everything that they ask of Chromium, as functions of `window`. */
import '@anawim/drawing/fonts.css'
import {
  boundsOf,
  createMeasure,
  drawPage,
  fallbackFamilies,
  fontFamilies,
  fontsChanged,
  layoutText,
  loadLooks,
  type DrawableImage,
} from '@anawim/drawing'
import type { LessonPage, TextElement } from '@anawim/lesson'
import { domLines } from './dom-lines.ts'
import { layoutLines, type ReadLine } from './layout-lines.ts'

export interface DrawingPage {
  /** Fetches every font that these characters need. */
  loadFonts(characters: string): Promise<void>
  /** The page drawn on a canvas, as a PNG data address. `images`: data addresses by `src`. */
  draw(page: LessonPage, images: Record<string, string>): Promise<string>
  /** The lines of a text, as the layout has them and as Chromium has them. */
  lines(element: TextElement): { ours: ReadLine[]; theirs: ReadLine[]; ourHeight: number; theirHeight: number }
  /** Widths of texts in a CSS font. */
  widths(texts: string[], font: string): number[]
  /** Milliseconds of drawing a page so many times. */
  time(page: LessonPage, times: number): number
}

const canvas = document.createElement('canvas')
const context = canvas.getContext('2d')
if (context === null) throw new Error('no 2D canvas')
const measure = createMeasure(context)

async function loadImages(images: Record<string, string>): Promise<Map<string, DrawableImage>> {
  const loaded = new Map<string, DrawableImage>()
  for (const [src, address] of Object.entries(images)) {
    const image = new Image()
    image.src = address
    await image.decode()
    loaded.set(src, image)
  }
  return loaded
}

const drawing: DrawingPage = {
  async loadFonts(characters) {
    const own = fontFamilies.flatMap((family) =>
      ['400', '700', 'italic 400', 'italic 700'].map((cut) =>
        document.fonts.load(`${cut} 16px "${family}"`, characters),
      ),
    )
    const fallbacks = fallbackFamilies.map((family) => document.fonts.load(`16px "${family}"`, characters))
    await Promise.all([...own, ...fallbacks])
    fontsChanged()
  },
  async draw(page, images) {
    const loaded = await loadImages(images)
    await loadLooks()
    canvas.width = page.width
    canvas.height = page.height
    drawPage(context, page, { get: (src) => loaded.get(src) ?? null })
    return canvas.toDataURL('image/png')
  },
  lines(element) {
    const { lines: theirs, height: theirHeight } = domLines(element)
    const layout = layoutText(element, measure)
    return { ours: layoutLines(layout, measure), theirs, ourHeight: layout.contentHeight, theirHeight }
  },
  widths: (texts, font) => texts.map((text) => measure(text, font)),
  time(page, times) {
    for (const element of page.elements) boundsOf(element, measure)
    const start = performance.now()
    for (let count = 0; count < times; count++) drawPage(context, page, { get: () => null })
    return performance.now() - start
  },
}

Object.assign(window, { drawing })
