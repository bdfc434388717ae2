import type { DrawingContext } from './context.ts'

/** How many pixels of the canvas a length of the page takes: what decides which size of a picture is sharp enough. */
export function devicePixels(ctx: DrawingContext, length: number): number {
  const { a, b } = ctx.getTransform()
  return length * Math.hypot(a, b)
}
