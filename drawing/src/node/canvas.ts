import { createCanvas, loadImage, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { DrawableImage, DrawingContext } from '../context.ts'
import { createMeasure, type Measure } from '../text/measure.ts'
import { registerFonts } from './fonts.ts'

/** A Node canvas with its context, the fonts registered. Sizes in pixels. */
export function createNodeCanvas(
  width: number,
  height: number,
): { canvas: Canvas; ctx: SKRSContext2D & DrawingContext } {
  registerFonts()
  const canvas = createCanvas(width, height)
  return { canvas, ctx: canvas.getContext('2d') }
}

let measure: Measure | null = null

/** The measure of this process, for heights and bounds where nothing is drawn. */
export function nodeMeasure(): Measure {
  return (measure ??= createMeasure(createNodeCanvas(1, 1).ctx))
}

/** A picture from a file's path or its bytes, decoded. Rejects when it is none. */
export function loadImageFile(source: string | Uint8Array): Promise<DrawableImage> {
  return loadImage(source)
}
