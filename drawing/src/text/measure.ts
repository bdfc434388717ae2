import type { DrawingContext } from '../context.ts'

/** The width of a text in page pixels, set in a CSS font shorthand. */
export type Measure = (text: string, font: string) => number

/** Widths by font, shared by all contexts: they all draw with the same files. */
const widths = new Map<string, Map<string, number>>()
const WIDTHS_KEPT = 40_000
let widthCount = 0

/** Measures made here agree with one another, so that what one laid out need not be laid out again for the next. */
const contextMeasures = new WeakSet<Measure>()
const measureOfContext = new WeakMap<DrawingContext, Measure>()

let fontGeneration = 0

/** Grows with each `fontsChanged()`: layouts of an older generation are stale. */
export function currentFontGeneration(): number {
  return fontGeneration
}

/** Call when fonts have finished loading: everything measured before was measured with a stand-in. Then redraw. */
export function fontsChanged(): void {
  widths.clear()
  widthCount = 0
  fontGeneration++
}

/** May a layout made with one be used for the other? */
export function measuresAgree(one: Measure, other: Measure): boolean {
  return one === other || (contextMeasures.has(one) && contextMeasures.has(other))
}

/** A measure that asks this context, once for each word and font. It leaves the context as it was. */
export function createMeasure(ctx: DrawingContext): Measure {
  const known = measureOfContext.get(ctx)
  if (known) return known
  const measure: Measure = (text, font) => {
    let ofFont = widths.get(font)
    if (ofFont === undefined) widths.set(font, (ofFont = new Map()))
    const found = ofFont.get(text)
    if (found !== undefined) return found
    const width = measureWith(ctx, text, font)
    if (++widthCount > WIDTHS_KEPT) {
      widths.clear()
      widths.set(font, (ofFont = new Map()))
      widthCount = 1
    }
    ofFont.set(text, width)
    return width
  }
  contextMeasures.add(measure)
  measureOfContext.set(ctx, measure)
  return measure
}

function measureWith(ctx: DrawingContext, text: string, font: string): number {
  ctx.save()
  setTextState(ctx)
  ctx.font = font
  const { width } = ctx.measureText(text)
  ctx.restore()
  return width
}

/** What every text is measured and drawn with: kerned, and with widths that grow evenly with the size. */
export function setTextState(ctx: DrawingContext): void {
  ctx.fontKerning = 'normal'
  ctx.textRendering = 'geometricPrecision'
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.direction = 'ltr'
}
