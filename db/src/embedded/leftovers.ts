import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../logger.ts'
import { EmbeddedError } from './errors.ts'

/**
 * The processes of a PostgreSQL on this folder: all of them have it as their working directory. That tells them from a
 * stranger that got the process id in an old postmaster.pid, and leaves out the dead that nobody has collected.
 */
export function processesIn(dataFolder: string): number[] {
  const folder = realpathSync(dataFolder)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder && isPostgres(pid)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Its own name, or a shell that somebody left in that folder? */
function isPostgres(pid: string): boolean {
  return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
}

/** What is sent, and how long the processes then have, in milliseconds. */
const steps = [
  { signal: 'SIGINT', wait: 5_000 },
  { signal: 'SIGQUIT', wait: 5_000 },
  { signal: 'SIGKILL', wait: 5_000 },
] as const

/**
 * Ends what a killed supervisor, or a killed postmaster, has left behind, and only then removes postmaster.pid: with
 * that file gone PostgreSQL could not see that old backends still write to the same files. Call it with the folder locked.
 */
export async function endLeftovers(dataFolder: string, log: Logger): Promise<void> {
  for (const { signal, wait } of steps) {
    const left = processesIn(dataFolder)
    if (left.length === 0) break
    log.warn({ signal, processes: left }, 'ending the PostgreSQL that an earlier start has left behind')
    // The postmaster tells its children. Where it is gone they leave by themselves, and SIGINT would do nothing.
    const postmaster = readPostmasterPid(dataFolder)
    const told = signal === 'SIGINT' ? left.filter((pid) => pid === postmaster) : left
    for (const pid of told) kill(pid, signal)
    await isTrueWithin(wait, () => processesIn(dataFolder).length === 0)
  }
  const left = processesIn(dataFolder)
  if (left.length > 0) throw new EmbeddedError(`Old PostgreSQL processes cannot be ended: ${left.join(', ')}.`)
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true })
}

export function readPostmasterPid(dataFolder: string): number | null {
  try {
    return Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** Does it become true before that many milliseconds have passed? */
export async function isTrueWithin(milliseconds: number, isTrue: () => boolean): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (!isTrue()) {
    if (Date.now() > end) return false
    await sleep(20)
  }
  return true
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}
