/** What the machine did besides: a figure measured on a busy machine is worth less, and must say so. */
import { availableParallelism, loadavg } from 'node:os'
import { cpuOfMachine, cpuOfTree } from './cpu.ts'

export interface Disturbance {
  /** Load averages of one minute. */
  loadBefore: number
  loadAfter: number
  /** Share of all processors that other jobs took, 0 to 1. */
  others: number
}

/** Above this share of others the times of a row are not to be trusted; ratios and processor time still are. */
export const QUIET = 0.1

/** Starts to watch; the returned function tells what happened since. */
export function watchMachine(): () => Disturbance {
  const [loadBefore = 0] = loadavg()
  const startedAt = performance.now()
  const all = cpuOfMachine()
  const ours = cpuOfTree(process.pid)
  return () => {
    const available = ((performance.now() - startedAt) / 1000) * availableParallelism()
    const others = cpuOfMachine() - all - (cpuOfTree(process.pid) - ours)
    const [loadAfter = 0] = loadavg()
    return { loadBefore, loadAfter, others: Math.max(0, others / available) }
  }
}
