import { type Axis, type Guide, type Span, spanOf } from './snap-lines.ts'
import type { Rect } from '../../canvas/point.ts'

/** More neighbours than this, and equal gaps are everywhere. */
const MOST = 60
/** More elements in view than this, and looking through them in each frame would be felt. */
const MOST_IN_VIEW = 500

/** A place at which the gaps between neighbours are equal. */
export interface GapFit {
  /** How far it has to go. */
  by: number
  guides: Guide[]
}

/**
 * The nearest place along an axis at which a rectangle stands in the middle between its neighbours, or as far from one as that
 * one from its next. Neighbours are those that it would meet if it moved along the axis.
 */
export function equalGap(moving: Rect, others: readonly Rect[], axis: Axis, within: number): GapFit | null {
  if (others.length > MOST_IN_VIEW) return null
  const span = spanOf(moving, axis)
  const row = others
    .map((rect) => spanOf(rect, axis))
    .filter(({ crossFrom, crossTo }) => crossFrom < span.crossTo && span.crossFrom < crossTo)
  if (row.length < 2 || row.length > MOST) return null
  const before = row.filter(({ to }) => to <= span.from + within).toSorted((one, other) => other.to - one.to)
  const behind = row.filter(({ from }) => from >= span.to - within).toSorted((one, other) => one.from - other.from)
  const size = span.to - span.from
  const fits: GapFit[] = []
  const offer = (from: number, gaps: readonly [number, number][]) => {
    const by = from - span.from
    if (Math.abs(by) > within || gaps.some(([start, end]) => end - start < 1)) return
    const at = (span.crossFrom + span.crossTo) / 2
    fits.push({ by, guides: gaps.map(([start, end]) => ({ axis, at, from: start, to: end, isGap: true })) })
  }
  const [last] = before
  const [first] = behind
  if (last && first) {
    const from = (last.to + first.from - size) / 2
    offer(from, [
      [last.to, from],
      [from + size, first.from],
    ])
  }
  const beyond = last && nextBefore(last, before)
  if (last && beyond) {
    const gap = last.from - beyond.to
    offer(last.to + gap, [
      [beyond.to, last.from],
      [last.to, last.to + gap],
    ])
  }
  const farther = first && behind.find(({ from }) => from >= first.to)
  if (first && farther) {
    const gap = farther.from - first.to
    offer(first.from - gap - size, [
      [first.from - gap, first.from],
      [first.to, farther.from],
    ])
  }
  return fits.toSorted((one, other) => Math.abs(one.by) - Math.abs(other.by))[0] ?? null
}

function nextBefore(last: Span, before: readonly Span[]): Span | undefined {
  return before.find(({ to }) => to <= last.from)
}
