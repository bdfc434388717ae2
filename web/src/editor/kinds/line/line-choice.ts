import { lineDefaults, type LineHead, type Route } from '@anawim/lesson'

/** What the next line is like. */
export interface LineChoice {
  route: Route
  startHead: LineHead
  endHead: LineHead
  stroke: string
  strokeWidth: number
}

export const startingLine: LineChoice = {
  route: 'straight',
  startHead: 'none',
  endHead: 'arrow',
  stroke: lineDefaults.stroke,
  strokeWidth: lineDefaults.strokeWidth,
}

export const lineColors = ['#1f2937', '#c92a2a', '#1971c2', '#2f9e44', '#e8590c', '#6741d9'] as const
