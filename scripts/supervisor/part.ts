/** The outside of a part: the supervisor's handle on one of its child processes, which it starts again when it dies. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../root.ts'
import type { PartMessage } from './part-process.ts'

export interface PartOptions {
  /** The role that `start.ts` is given. */
  name: string
  env: Record<string, string | undefined>
  /** Ends the product when this part dies again and again, with a message for a person. Without it the part is tried for ever. */
  onHopeless?: (message: string) => void
}

export interface Part {
  /** Resolves when it works; rejects when it ends before, with its own words. Called once. */
  start(): Promise<{ port?: number }>
  /** Ends it and starts it again, for new code. */
  restart(): void
  /** Ends it for good: asks, and after `patience` milliseconds forces. */
  stop(patience: number): Promise<void>
  pid(): number | undefined
}

const script = join(root, 'scripts/start.ts')
const FIRST_DELAY = 250
const LONGEST_DELAY = 10_000
/** A part that lives this long was well: the next death starts counting anew. */
const WELL_AFTER = 30_000
const HOPELESS_AFTER = 5

export function createPart({ name, env, onHopeless }: PartOptions): Part {
  let child: ChildProcess | undefined
  let isStopping = false
  let isRestarting = false
  let deaths = 0
  /** Has it ever worked? Its very first start is told to who asked for it, and not tried again. */
  let wasReady = false
  let fixed: Record<string, string> = {}

  const launch = (): Promise<{ port?: number }> =>
    new Promise((resolve, reject) => {
      const started = Date.now()
      let said = ''
      let isReady = false
      const mine = spawn(process.execPath, [script, name], {
        cwd: root,
        env: { ...env, ...fixed },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      child = mine
      mine.on('message', (message: PartMessage) => {
        if (message.type === 'failed') said = message.message
        if (message.type !== 'ready') return
        isReady = true
        // With PORT=0 it stays where people have found it.
        if (message.port !== undefined) fixed = { PORT: String(message.port) }
        resolve({ ...(message.port !== undefined && { port: message.port }) })
      })
      mine.on('error', (error) => (said = error.message))
      mine.on('close', (code, signal) => {
        child = undefined
        const why = said || `${name} ended with ${signal ?? code}`
        reject(new Error(why))
        if (isStopping || (!wasReady && !isReady)) return
        wasReady = true
        void revive(why, Date.now() - started)
      })
    })

  const revive = async (why: string, lived: number) => {
    if (isRestarting) {
      isRestarting = false
      await launch().catch(() => {}) // its end is told below
      return
    }
    deaths = lived > WELL_AFTER ? 1 : deaths + 1
    if (onHopeless && deaths >= HOPELESS_AFTER) {
      onHopeless(`${name} has ended ${deaths} times in a row, the last time because: ${why}`)
      return
    }
    const delay = Math.min(FIRST_DELAY * 2 ** (deaths - 1), LONGEST_DELAY)
    console.error(`${name} has ended (${why}); starting it again in ${delay / 1000} s`)
    await sleep(delay)
    if (!isStopping) await launch().catch(() => {}) // its end is told above
  }

  return {
    start: launch,
    restart() {
      deaths = 0
      isRestarting = child !== undefined
      child?.kill('SIGTERM')
    },
    async stop(patience) {
      isStopping = true
      const mine = child
      if (!mine || mine.exitCode !== null || mine.signalCode !== null) return
      const closed = new Promise((resolve) => mine.once('close', resolve))
      mine.kill('SIGTERM')
      const force = setTimeout(() => mine.kill('SIGKILL'), patience)
      await closed
      clearTimeout(force)
    },
    pid: () => child?.pid,
  }
}
