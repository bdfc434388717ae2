import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../logger.ts'
import { pathsIn } from './data-folder.ts'
import { EmbeddedError } from './errors.ts'

/** And not a shell that somebody left in that folder. */
const names = ['postgres', 'initdb']

/**
 * The processes of PostgreSQL that work in this folder or below. That tells them from a stranger that got the process
 * id in an old postmaster.pid, and leaves out the dead that nobody has collected.
 */
export function processesIn(folder: string): number[] {
  const root = realpathSync(folder)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const works = readlinkSync(`/proc/${pid}/cwd`)
        return (works === root || works.startsWith(root + sep)) && names.includes(nameOf(pid))
      } catch {
        return false
      }
    })
    .map(Number)
}

/** What an ending may take, in milliseconds, before something stronger is sent. */
const PATIENCE = 5_000
/** And what children may take whose postmaster is gone: most see it at once, one in the middle of a wait never may. */
const ORPHANS_PATIENCE = 300

/**
 * Ends what a killed supervisor, or a killed postmaster, has left behind, and only then removes postmaster.pid: with
 * that file gone PostgreSQL could not see that old backends still write to the same files. Call it with the folder locked.
 */
export async function endLeftovers(folder: string, log: Logger): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const left = processesIn(folder)
    if (left.length === 0) break
    const told = signal === 'SIGINT' ? left.filter(isLeader(folder)) : left
    log.warn({ signal, told, left }, 'ending the PostgreSQL that an earlier start has left behind')
    for (const pid of told) kill(pid, signal)
    await isTrueWithin(told.length > 0 ? PATIENCE : ORPHANS_PATIENCE, () => processesIn(folder).length === 0)
  }
  const left = processesIn(folder)
  if (left.length > 0) throw new EmbeddedError(`Old PostgreSQL processes cannot be ended: ${left.join(', ')}.`)
  rmSync(join(pathsIn(folder).data, 'postmaster.pid'), { force: true })
}

/**
 * Those that tell the others. To PostgreSQL's children SIGINT means something else (the checkpointer would write a
 * shutdown's checkpoint while others still work), and when their postmaster is gone they leave by themselves.
 */
function isLeader(folder: string): (pid: number) => boolean {
  const file = join(pathsIn(folder).data, 'postmaster.pid')
  const postmaster = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
  return (pid) => pid === postmaster || nameOf(pid) === 'initdb'
}

function nameOf(pid: string | number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
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
