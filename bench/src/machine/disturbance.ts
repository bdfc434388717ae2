/** What the machine did besides: a figure measured on a busy machine is worth less, and must say so. */
import { availableParallelism, loadavg } from 'node:os'
import { processTree } from '../../../scripts/testing/process-tree.ts'
import { cpuOf, cpuOfMachine } from './cpu.ts'

export interface Disturbance {
  /** Load averages of one minute. */
  loadBefore: number
  loadAfter: number
  /** Share of all processors that other jobs took, 0 to 1. */
  others: number
}

/** Above this share of others the times of a row are not to be trusted; ratios and processor time still are. */
export const QUIET = 0.1

/** Milliseconds between two looks at what we ourselves run: what a process does after the last one counts as others'. */
const LOOK = 1_000

/** Starts to watch; the returned function ends that, and tells what happened. */
export function watchMachine(): () => Disturbance {
  const [loadBefore = 0] = loadavg()
  const startedAt = performance.now()
  const all = cpuOfMachine()
  const before = cpuOfEach()
  // A browser does not wait for its own processes when it ends, and nobody is told what they took.
  const latest = new Map(before)
  const look = () => {
    for (const [pid, seconds] of cpuOfEach()) latest.set(pid, Math.max(seconds, latest.get(pid) ?? 0))
  }
  const timer = setInterval(look, LOOK).unref()
  return () => {
    clearInterval(timer)
    look()
    const available = ((performance.now() - startedAt) / 1000) * availableParallelism()
    const ours = [...latest].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0)
    const others = cpuOfMachine() - all - ours
    const [loadAfter = 0] = loadavg()
    return { loadBefore, loadAfter, others: Math.max(0, others / available) }
  }
}

/** Seconds of processor time of this process and of each below it. */
function cpuOfEach(): Map<number, number> {
  return new Map(processTree(process.pid).map((pid) => [pid, cpuOf(pid)]))
}
