import { appendFileSync } from 'node:fs'

export interface Figures {
  /** What was tried, and what `times` are. */
  what: string
  trials: number
  failures: number
  /** Milliseconds. */
  times?: readonly number[]
  /** Whatever else a reader wants to know. */
  more?: Record<string, number | string>
}

/**
 * Tells a suite's figures as one line of JSON, on the terminal and in the file that ANAWIM_REPORT names: the long run collects them there.
 */
export function report({ what, trials, failures, times = [], more = {} }: Figures): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => {
    const time = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
    return time === undefined ? null : Math.round(time * 10) / 10
  }
  const line = JSON.stringify({
    what,
    trials,
    failures,
    ...more,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  })
  console.log(line)
  const path = process.env['ANAWIM_REPORT']
  if (path) appendFileSync(path, `${line}\n`)
}
