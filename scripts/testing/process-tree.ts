import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Ids of the living processes below `pid`, itself first. Linux: from /proc. */
export function processTree(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const { pid: child, parent } of livingProcesses()) children.set(parent, [...(children.get(parent) ?? []), child])
  const found = [pid]
  for (const one of found) found.push(...(children.get(one) ?? []))
  return found.filter(isAlive)
}

/** Is this process running? A zombie, which only waits to be collected, is not. */
export function isAlive(pid: number): boolean {
  return livingProcesses([String(pid)]).length > 0
}

/** Which of these still run after at most `milliseconds`. */
export async function leftAfter(pids: number[], milliseconds: number): Promise<number[]> {
  const end = Date.now() + milliseconds
  for (;;) {
    const left = pids.filter(isAlive)
    if (!left.length || Date.now() > end) return left
    await sleep(50)
  }
}

/** Kills the whole tree below `pid` at one moment, as a power cut would: stopped first, so that nobody notices the end of another. */
export async function killTree(pid: number): Promise<void> {
  let tree = processTree(pid)
  // Once stopped they start nothing more; what was started while we looked is found by looking again.
  for (let seen = 0; seen !== tree.length; tree = processTree(pid)) {
    seen = tree.length
    for (const one of tree) send(one, 'SIGSTOP')
  }
  for (const one of tree.toReversed()) send(one, 'SIGKILL')
  const left = await leftAfter(tree, 5_000)
  if (left.length) throw new Error(`could not be killed: ${left.join(', ')}`)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}

function livingProcesses(
  names = readdirSync('/proc').filter((name) => /^\d+$/.test(name)),
): { pid: number; parent: number }[] {
  return names.flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // pid (any name) state parent …: the name may hold spaces and brackets.
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return state === 'Z' || state === 'X' ? [] : [{ pid: Number(name), parent: Number(parent) }]
    } catch {
      return []
    }
  })
}
