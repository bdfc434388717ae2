/** What a row of the benchmarks is. Each stands in a file of its own in `rows/` and in the list of `rows/index.ts`. */

export interface Context {
  /** Interleaved rounds: every target is measured once in each. */
  rounds: number
  /** Multiplies people and seconds: 1 in earnest, less to see that it runs. */
  size: number
  /** Only these targets are measured; null: all. */
  targets: readonly string[] | null
  /** Tells a person what goes on. */
  say(text: string): void
  /** Where a CPU profile of our server is written; null: none. */
  profileFolder: string | null
}

/** Figures of one thing: of each target, one a round. */
export interface Measure {
  what: string
  unit: string
  /** By target, in the order in which they are shown. */
  rounds: Record<string, number[]>
  /** The target that counts as 1. */
  baseline?: string
}

export interface Verdict {
  /** As in the table of goals. */
  goal: string
  /** What is compared; null: it could not be measured. */
  value: number | null
  limit: number
  unit: string
}

export interface RowResult {
  measures: Measure[]
  verdicts: Verdict[]
  /** What a reader must know: sizes, what the generators used, what could not be measured and why. */
  notes: string[]
}

export interface Row {
  name: string
  what: string
  run(context: Context): Promise<RowResult>
}

/** At least `least`. */
export function scaled(context: Context, number: number, least = 1): number {
  return Math.max(least, Math.round(number * context.size))
}
