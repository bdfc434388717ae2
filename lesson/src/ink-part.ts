/** A line that a hand is drawing now, as it travels: in parts, each with what came since the last one. */
import type { Brush } from './elements/drawing-defaults.ts'
import type { InkPoint } from './elements/ink-points.ts'

export interface InkPart {
  brush: Brush
  /** `#rrggbb`. */
  stroke: string
  /** Page pixels. */
  strokeWidth: number
  opacity: number
  /** How many points of the line stand before these: 0 begins a new line. */
  from: number
  /** Page pixels. They take the place of whatever stood there and behind. */
  points: readonly InkPoint[]
}

/** Points of one line: what a drawing may hold. */
export const MOST_INK_POINTS = 8_000

/**
 * The whole line, from its first point on, after one more part. What was missed in between is a straight way: whoever drops a part
 * (the latest wins) still sees where the line is now.
 */
export function joinInk(known: InkPart | null | undefined, part: InkPart): InkPart {
  const [first] = part.points
  if (part.from === 0 || !first) return part.from === 0 ? part : (known ?? { ...part, from: 0 })
  const before = known ? known.points.slice(0, part.from) : []
  const missed = before.at(-1) ?? first
  while (before.length < part.from) before.push(missed)
  return { ...part, from: 0, points: [...before, ...part.points] }
}

/** What of a whole line follows its first `from` points: its last point at least, or it would seem to have ended. */
export function inkSince(line: InkPart, from: number): InkPart {
  const start = Math.max(0, Math.min(from, line.points.length - 1))
  return { ...line, from: start, points: line.points.slice(start) }
}
