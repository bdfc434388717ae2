import type { Dash, LineHead, Route, StartCorner } from './line-choices.ts'

/** Where an end of a line is attached: `x` and `y` in parts of that element's box. In the very middle: wherever the line meets its edge. */
export interface Attachment {
  elementId: string
  x: number
  y: number
}

/** What a line has when its JSON or its Y.Map does not say. */
export const lineDefaults = {
  from: 'topLeft' as StartCorner,
  start: null as Attachment | null,
  end: null as Attachment | null,
  route: 'straight' as Route,
  bend: 0,
  startHead: 'none' as LineHead,
  endHead: 'none' as LineHead,
  stroke: '#1f2937',
  strokeWidth: 3,
  dash: 'solid' as Dash,
  opacity: 1,
}
