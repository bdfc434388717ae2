/** From the figures of rounds to the one that is compared. */
import { median } from './load/quantiles.ts'
import type { Measure } from './row.ts'

/** Median of a target's rounds; null when it was not measured. */
export function medianOf({ rounds }: Measure, target: string): number | null {
  const figures = rounds[target] ?? []
  return figures.length ? median(figures) : null
}

/** Median of the ratios to the baseline, each within one round, since rounds are what a noisy machine disturbs together. */
export function ratioOf({ rounds, baseline }: Measure, target: string): number | null {
  if (baseline === undefined) return null
  const base = rounds[baseline] ?? []
  const ratios = (rounds[target] ?? []).flatMap((figure, round) => {
    const floor = base[round]
    return floor === undefined || floor === 0 ? [] : [figure / floor]
  })
  return ratios.length ? median(ratios) : null
}

/** A measure to which rounds are added. */
export function measure(what: string, unit: string, baseline?: string) {
  const made: Measure = { what, unit, rounds: {}, ...(baseline !== undefined && { baseline }) }
  return {
    made,
    add(target: string, figure: number | null | undefined) {
      if (figure === null || figure === undefined || Number.isNaN(figure)) return
      ;(made.rounds[target] ??= []).push(figure)
    },
    median: (target: string) => medianOf(made, target),
    ratio: (target: string) => ratioOf(made, target),
  }
}
