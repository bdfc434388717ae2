import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../logger.ts'
import { findBinaries } from './binaries.ts'
import { ensureData, makeFolder, pathsIn } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { chooseIdentity } from './identity.ts'
import { endLeftovers, isTrueWithin } from './leftovers.ts'
import { freePort, isAnswering, launch, urlOf, type Launch } from './postmaster.ts'
import { startWatchdog } from './watchdog.ts'

export interface Cluster {
  /** The address of one of its databases. The same for the cluster's whole life. */
  urlOf(database: string): string
  /** Of the postmaster; null while there is none. */
  pid(): number | null
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** `initdb`'s, beyond our own. */
  initArgs?: readonly string[]
  settings?: Readonly<Record<string, string>>
}

const START_TRIES = 5
/** Milliseconds that a fast shutdown may take, then an immediate one. */
const FAST_STOP = 5_000
const IMMEDIATE_STOP = 3_000
const RESTART_FIRST = 100
const RESTART_LONGEST = 5_000

/**
 * A PostgreSQL in `folder`: made when there is none, started, started again when it dies, and stopped when we are.
 */
export async function startCluster(folder: string, log: Logger, options: ClusterOptions = {}): Promise<Cluster> {
  await makeFolder(folder)
  const lock = await lockFolder(folder)
  const watchdog = startWatchdog()
  let child: ChildProcess | null = null
  let isStopping = false

  try {
    await endLeftovers(folder, log)
    const binaries = await findBinaries(pathsIn(folder).links)
    const identity = chooseIdentity(binaries, folder)
    const password = await ensureData(folder, binaries, identity, options.initArgs)
    let plan: Launch = { folder, binaries, identity, password, port: 0, settings: options.settings ?? {} }

    const start = async () => {
      await endLeftovers(folder, log)
      const starting = launch(plan)
      // Without this an error of the spawn itself would end the process; `isAnswering` tells it.
      starting.on('error', () => {})
      starting.unref()
      child = starting
      if (starting.pid !== undefined) watchdog.watch(starting.pid)
      starting.once('exit', () => {
        watchdog.rest()
        if (child === starting) child = null
      })
      await isAnswering(starting, plan)
      starting.once('exit', (code, signal) => {
        if (isStopping) return
        log.error({ code, signal }, 'PostgreSQL has ended by itself, starting it again')
        void restart()
      })
      if (starting.exitCode !== null || starting.signalCode !== null) void restart()
    }

    const restart = async () => {
      for (let delay = RESTART_FIRST; !isStopping; delay = Math.min(delay * 2, RESTART_LONGEST)) {
        try {
          return await start()
        } catch (error) {
          log.error({ err: error }, 'PostgreSQL does not start')
          await sleep(delay)
        }
      }
    }

    for (let tries = 1; ; tries++) {
      // Another program may take the port between our asking and PostgreSQL's: then a new one.
      plan = { ...plan, port: await freePort() }
      try {
        await start()
        break
      } catch (error) {
        if (tries === START_TRIES) throw error
        log.warn({ err: error }, 'PostgreSQL does not start, trying again')
        await sleep(RESTART_FIRST * tries)
      }
    }

    return {
      urlOf: (database) => urlOf(plan, database),
      pid: () => child?.pid ?? null,
      async stop() {
        if (isStopping) return
        isStopping = true
        await stopChild(() => child)
        watchdog.dismiss()
        lock.release()
      },
    }
  } catch (error) {
    isStopping = true
    await stopChild(() => child)
    watchdog.dismiss()
    lock.release()
    throw error
  }
}

async function stopChild(current: () => ChildProcess | null): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', FAST_STOP],
    ['SIGQUIT', IMMEDIATE_STOP],
    ['SIGKILL', IMMEDIATE_STOP],
  ] as const) {
    if (current() === null) return
    current()?.kill(signal)
    if (await isTrueWithin(wait, () => current() === null)) return
  }
}
