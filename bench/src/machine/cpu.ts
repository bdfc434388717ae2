/** Processor time as the operating system counts it, from /proc. */
import { readFileSync } from 'node:fs'
import { processTree } from '../../../scripts/testing/process-tree.ts'

/** Of Linux on every platform that Node runs on. */
const TICKS_PER_SECOND = 100

/** Seconds of processor time of this process alone, all its threads (utime + stime). */
export function cpuOf(pid: number): number {
  const [user = 0, system = 0] = ticksOf(pid)
  return (user + system) / TICKS_PER_SECOND
}

/** The same of a process and all below it, those that have ended included. */
export function cpuOfTree(pid: number): number {
  const ticks = processTree(pid).flatMap(ticksOf)
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND
}

/** Seconds that all processors together have worked since the machine started. */
export function cpuOfMachine(): number {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = first.split(/\s+/).slice(1).map(Number)
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND
}

/** utime, stime, cutime, cstime; empty when the process has ended. */
function ticksOf(pid: number): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number)
  } catch {
    return []
  }
}
