/** What a drawing is made with: a pen's line swells and tapers, a highlighter's is even, and what lies below shines through. */
export const brushes = ['pen', 'highlighter'] as const
export type Brush = (typeof brushes)[number]

/** What a drawing has when its JSON or its Y.Map does not say. `points` is a dot at the corner of the box. */
export const drawingDefaults = {
  brush: 'pen' as Brush,
  points: 'AA',
  pressures: '',
  stroke: '#1f2937',
  strokeWidth: 4,
  opacity: 1,
}
