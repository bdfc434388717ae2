import type { Rect } from '../../canvas/point.ts'

/** Along x, lines are upright and a position is a distance from the left; along y they lie. */
export type Axis = 'x' | 'y'

/** A line on the page that shows why something stands where it stands: across `axis` at `at`, or, between two gaps, along it. */
export interface Guide {
  axis: Axis
  at: number
  from: number
  to: number
  /** A gap that equals another one: it runs along the axis. */
  isGap?: boolean
}

/** A rectangle seen along one axis, and across it. */
export interface Span {
  from: number
  to: number
  crossFrom: number
  crossTo: number
}

export function spanOf({ x, y, width, height }: Rect, axis: Axis): Span {
  return axis === 'x'
    ? { from: x, to: x + width, crossFrom: y, crossTo: y + height }
    : { from: y, to: y + height, crossFrom: x, crossTo: x + width }
}

interface Line {
  at: number
  span: Span
}

/** The edges and centres that others have along an axis, in order, so that the nearest is found quickly among thousands. */
export class SnapLines {
  readonly #lines: readonly Line[]

  constructor(rects: readonly Rect[], axis: Axis) {
    this.#lines = rects
      .flatMap((rect) => {
        const span = spanOf(rect, axis)
        return [span.from, (span.from + span.to) / 2, span.to].map((at) => ({ at, span }))
      })
      .toSorted((one, other) => one.at - other.at)
  }

  /** The line nearest to `at`, no farther than `within`; null when there is none. */
  nearest(at: number, within: number): number | null {
    const place = this.#firstFrom(at)
    let best: number | null = null
    for (const line of [this.#lines[place - 1], this.#lines[place]]) {
      if (!line || Math.abs(line.at - at) > within) continue
      if (best === null || Math.abs(line.at - at) < Math.abs(best - at)) best = line.at
    }
    return best
  }

  /** Whose lines those are, within a hair. */
  spansAt(at: number): Span[] {
    const spans: Span[] = []
    for (let place = this.#firstFrom(at - 0.05); place < this.#lines.length; place++) {
      const line = this.#lines[place]
      if (!line || line.at > at + 0.05) break
      spans.push(line.span)
    }
    return spans
  }

  #firstFrom(at: number): number {
    let low = 0
    let high = this.#lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#lines[middle]?.at ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}
