import { availableParallelism, cpus } from 'node:os'
import { watchMachine, type Disturbance } from './machine/disturbance.ts'
import type { Context, Row, RowResult } from './row.ts'

/** What is kept of a row. */
export interface RowReport extends RowResult {
  name: string
  what: string
  date: string
  seconds: number
  rounds: number
  machine: Disturbance & { cores: number; processor: string; node: string }
  /** Why there are no figures; null when there are. */
  failure: string | null
}

/** Runs one row. What goes wrong is told in the report, and never replaced by a figure. */
export async function runRow(row: Row, context: Context): Promise<RowReport> {
  const startedAt = performance.now()
  const disturbance = watchMachine()
  let result: RowResult = { measures: [], verdicts: [], notes: [] }
  let failure: string | null = null
  try {
    result = await row.run(context)
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  return {
    name: row.name,
    what: row.what,
    date: new Date().toISOString(),
    seconds: Math.round((performance.now() - startedAt) / 1000),
    rounds: context.rounds,
    machine: {
      ...disturbance(),
      cores: availableParallelism(),
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      node: process.version,
    },
    ...result,
    failure,
  }
}
