import type { Box, ElementKind, ElementOf, LessonElement } from '@anawim/lesson'
import type { DrawingContext, ImageSource } from '../context.ts'
import type { Measure } from '../text/measure.ts'

/** A place in page pixels. */
export interface Point {
  x: number
  y: number
}

/** An element of the page at hand, by its id. */
export type FindElement = (id: string) => LessonElement | undefined

/** How one kind looks. All coordinates are the element's own: page pixels from its top-left corner, unrotated. */
export interface ElementView<K extends ElementKind> {
  draw(ctx: DrawingContext, element: ElementOf<K>, images: ImageSource): void
  /** The drawn height; absent where it is the element's own. */
  height?(element: ElementOf<K>, measure: Measure): number
  /** Where on the page its text stands, where that is not the whole box; null while its code is not here. */
  textBox?(element: ElementOf<K>, measure: Measure): Box | null
  /** False for what must stay readable: it is never mirrored. */
  isMirrored?: boolean
  /** The element where it is drawn, for kinds that hang on others of their page. */
  place?(element: ElementOf<K>, find: FindElement, measure: Measure): ElementOf<K>
  /** Does this place touch what one sees, in the box or beside it? Where it is given, `contains` is not asked. */
  touches?(element: ElementOf<K>, at: Point): boolean
  /** Is this place, which lies in the drawn box, part of what one sees? Absent where the whole box is. */
  contains?(element: ElementOf<K>, at: Point): boolean
}
