import type { ElementKind, ElementOf } from '@anawim/lesson'
import type { DrawingContext, ImageSource } from '../context.ts'
import type { Measure } from '../text/measure.ts'

/** A place in page pixels. */
export interface Point {
  x: number
  y: number
}

/** How one kind looks. All coordinates are the element's own: page pixels from its top-left corner, unrotated. */
export interface ElementView<K extends ElementKind> {
  draw(ctx: DrawingContext, element: ElementOf<K>, images: ImageSource): void
  /** The drawn height; absent where it is the element's own. */
  height?(element: ElementOf<K>, measure: Measure): number
  /** False for what must stay readable: it is never mirrored. */
  isMirrored?: boolean
  /** Is this place, which lies in the drawn box, part of what one sees? Absent where the whole box is. */
  contains?(element: ElementOf<K>, at: Point): boolean
}
