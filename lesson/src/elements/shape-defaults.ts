import { emptyRichText } from '../empty-text.ts'
import type { TextAlign } from '../rich-text.ts'
import type { Dash } from './line-choices.ts'
import { textDefaults, type VerticalAlign } from './text-defaults.ts'

/** The outlines that a shape can have. */
export const shapeNames = [
  'rectangle',
  'ellipse',
  'triangle',
  'diamond',
  'star',
  'polygon',
  'callout',
  'arrowRight',
  'arrowLeft',
  'arrowUp',
  'arrowDown',
] as const
export type ShapeName = (typeof shapeNames)[number]

/** A fill that becomes another colour: `angle` in degrees clockwise, 0 from left to right, 90 from the top down. */
export interface Gradient {
  to: string
  angle: number
}

/** What a shape has when its JSON or its Y.Map does not say. `sides` of a polygon, or points of a star. */
export const shapeDefaults = {
  shape: 'rectangle' as ShapeName,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 2,
  opacity: 1,
  sides: 5,
  radius: 0,
  dash: 'solid' as Dash,
  gradient: null as Gradient | null,
  shadow: false,
  text: emptyRichText,
  ...textDefaults,
  align: 'center' as TextAlign,
  verticalAlign: 'middle' as VerticalAlign,
}
