import type { drawInk, InkStyle } from '@anawim/drawing'
import type { InkPoint } from '@anawim/lesson'

/** A line that one's own hand is drawing: page pixels. */
export interface Ink {
  points: readonly InkPoint[]
  style: InkStyle
  /** How it is drawn: the pen brings it, so that the canvas need not wait for the code of pens. */
  draw: typeof drawInk
}
