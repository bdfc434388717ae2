/** One measured stretch of time: what the server, its database and the load generators did in it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { CrowdFigures } from './load/crowd-calls.ts'
import type { RunningCrowd } from './load/start-crowd.ts'
import { cpuOf, cpuOfTree } from './machine/cpu.ts'
import type { Target } from './targets/target.ts'

export interface WindowFigures {
  seconds: number
  /** Processor seconds of the serving process. */
  cpu: number
  /** Processor seconds of PostgreSQL, all its processes. */
  databaseCpu: number
  crowds: CrowdFigures[]
  /** Processor seconds of all load generators. */
  loadCpu: number
}

/** Measures `target` and the crowds while `work` goes on. Fails when somebody was thrown out. */
export async function measureWindow(
  target: Target,
  crowds: readonly RunningCrowd[],
  work: number | (() => Promise<unknown>),
): Promise<WindowFigures> {
  await Promise.all(crowds.map((crowd) => crowd.reset()))
  const before = take(target)
  const startedAt = performance.now()
  if (typeof work === 'number') await sleep(work * 1000)
  else await work()
  const seconds = (performance.now() - startedAt) / 1000
  const after = take(target)
  const figures = await Promise.all(crowds.map((crowd) => crowd.figures()))
  const closed = figures.flatMap((one) => one.closed)
  if (closed.length) throw new Error(`${closed.length} clients of ${target.name} were thrown out: ${closed[0]}`)
  return {
    seconds,
    cpu: after.cpu - before.cpu,
    databaseCpu: after.databaseCpu - before.databaseCpu,
    crowds: figures,
    loadCpu: figures.reduce((sum, { cpu }) => sum + cpu, 0),
  }
}

function take({ pid, databasePid }: Target) {
  return { cpu: cpuOf(pid), databaseCpu: databasePid === null ? 0 : cpuOfTree(databasePid) }
}
