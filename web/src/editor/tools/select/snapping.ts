import type { Point, Rect } from '../../canvas/point.ts'
import { equalGap } from './equal-gaps.ts'
import { type Axis, type Guide, SnapLines, spanOf } from './snap-lines.ts'

/** What a gesture snaps to. */
export interface SnapStage {
  /** Upright boxes of what does not move, page pixels. */
  others: readonly Rect[]
  page: { width: number; height: number }
  /** Page pixels between the lines of the grid; null when there is none. */
  grid: number | null
  /** How near is near, page pixels. */
  within: number
}

export interface Snapped {
  /** To be added to where the hand is. */
  by: Point
  guides: Guide[]
}

const axes = ['x', 'y'] as const

/** Finds where a rectangle or an edge would stand in line with others. One for a gesture: others do not move meanwhile. */
export function createSnapper({ others, page, grid, within }: SnapStage) {
  const sheet: Rect = { x: 0, y: 0, width: page.width, height: page.height }
  const rects = [...others, sheet]
  const lines = { x: new SnapLines(rects, 'x'), y: new SnapLines(rects, 'y') }

  /** The shortest way that brings one of these positions to a line. */
  const toLine = (axis: Axis, positions: readonly number[]): number | null => {
    let best: number | null = null
    for (const at of positions) {
      const line = lines[axis].nearest(at, within)
      if (line !== null && (best === null || Math.abs(line - at) < Math.abs(best))) best = line - at
    }
    return best
  }
  const toGrid = (at: number): number | null => {
    if (grid === null) return null
    const by = Math.round(at / grid) * grid - at
    return Math.abs(by) <= within ? by : null
  }
  /** Lines through the edges and the centre of what now stands right. */
  const guidesOf = (axis: Axis, rect: Rect, positions: readonly number[]): Guide[] => {
    const span = spanOf(rect, axis)
    return positions.flatMap((at) => {
      const met = lines[axis].spansAt(at)
      if (met.length === 0) return []
      const from = Math.min(span.crossFrom, ...met.map(({ crossFrom }) => crossFrom))
      const to = Math.max(span.crossTo, ...met.map(({ crossTo }) => crossTo))
      return [{ axis, at, from, to }]
    })
  }

  return {
    /** For a rectangle that is moved. `free`: the axes along which it may. */
    rect(moving: Rect, free: readonly Axis[] = axes): Snapped {
      const by = { x: 0, y: 0 }
      const gaps: Guide[] = []
      for (const axis of free) {
        const span = spanOf(moving, axis)
        const line = toLine(axis, [span.from, (span.from + span.to) / 2, span.to])
        const gap = equalGap(moving, others, axis, within)
        if (gap && (line === null || Math.abs(gap.by) < Math.abs(line) - 0.05)) {
          by[axis] = gap.by
          gaps.push(...gap.guides)
        } else by[axis] = line ?? toGrid(span.from) ?? 0
      }
      const moved = { ...moving, x: moving.x + by.x, y: moving.y + by.y }
      const guides = free.flatMap((axis) => {
        const span = spanOf(moved, axis)
        return guidesOf(axis, moved, [span.from, (span.from + span.to) / 2, span.to])
      })
      return { by, guides: [...guides, ...gaps] }
    },
    /** For a corner or an edge that is pulled: only along the axes given. */
    point(at: Point, free: readonly Axis[]): Snapped {
      const by = { x: 0, y: 0 }
      for (const axis of free) by[axis] = toLine(axis, [at[axis]]) ?? toGrid(at[axis]) ?? 0
      const moved = { x: at.x + by.x, y: at.y + by.y, width: 0, height: 0 }
      return { by, guides: free.flatMap((axis) => guidesOf(axis, moved, [moved[axis]])) }
    },
  }
}

export type Snapper = ReturnType<typeof createSnapper>
