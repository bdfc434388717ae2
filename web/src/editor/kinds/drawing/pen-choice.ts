import { type Brush, drawingDefaults } from '@anawim/lesson'

/** What the pen's button holds: one of the brushes, or the eraser. */
export type PenMode = Brush | 'eraser'

export interface BrushStyle {
  stroke: string
  /** Page pixels. */
  strokeWidth: number
  opacity: number
}

/** What one draws with next. Each brush keeps its own colour and width. */
export type PenChoice = { mode: PenMode } & Readonly<Record<Brush, BrushStyle>>

export const startingPen: PenChoice = {
  mode: 'pen',
  pen: { stroke: drawingDefaults.stroke, strokeWidth: drawingDefaults.strokeWidth, opacity: 1 },
  highlighter: { stroke: '#ffd43b', strokeWidth: 24, opacity: 0.6 },
}

/** The colours and widths that lie ready. */
export const readyStyles: Readonly<Record<Brush, { colors: readonly string[]; widths: readonly number[] }>> = {
  pen: { colors: ['#1f2937', '#c92a2a', '#1971c2', '#2f9e44', '#e8590c', '#6741d9'], widths: [2, 4, 8, 14] },
  highlighter: { colors: ['#ffd43b', '#b2f2bb', '#a5d8ff', '#fcc2d7', '#ffd8a8', '#d0bfff'], widths: [14, 24, 36, 56] },
}
