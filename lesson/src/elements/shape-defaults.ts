/** The outlines that a shape can have. */
export const shapeNames = ['rectangle', 'ellipse', 'triangle', 'diamond', 'star'] as const
export type ShapeName = (typeof shapeNames)[number]

/** What a shape has when its JSON or its Y.Map does not say. */
export const shapeDefaults = {
  shape: 'rectangle' as ShapeName,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 2,
  opacity: 1,
}
