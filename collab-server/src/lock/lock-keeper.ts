/**
 * One collab server serves a database: it holds a lock there. Two would each have their own copy of a lesson in memory,
 * and write what they derive from it over each other.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Logger } from '@anawim/db'
import type { CollabConfig } from '../config.ts'

/** Another collab server serves this database, and does not leave. */
export class AlreadyServedError extends Error {
  override name = 'AlreadyServedError'
}

/** How long the database has to answer that the lock is released, in ms. */
const RELEASE_WAIT = 1_000

export interface LockEvents {
  /** The lock was lost to another server: whatever is in memory may be outdated. */
  onTaken(): void
  /** That server has left, and we serve again: what it left unwritten is ours to write. */
  onRegained(): void
}

type Held = { release(): Promise<void> }

export class LockKeeper {
  #db: Pick<Database, 'locks'>
  #config: CollabConfig
  #log: Logger
  #held: Held | null = null
  #isEnded = false
  #events: LockEvents
  /**
   * False while another server has the lock. While the database is away nobody can have taken it, so editors go on:
   * `isHeld` is false then, and this stays true.
   */
  isOurs = false

  constructor(db: Pick<Database, 'locks'>, config: CollabConfig, log: Logger, events: LockEvents) {
    this.#db = db
    this.#config = config
    this.#log = log
    this.#events = events
  }

  /** Held at this moment: what is derived from the log may be written. */
  get isHeld(): boolean {
    return this.#held !== null
  }

  /** Waits for a server that is leaving. Throws AlreadyServedError when it stays. */
  async acquire(): Promise<void> {
    const deadline = Date.now() + this.#config.lockWaitMs
    while (!(await this.#try())) {
      if (Date.now() >= deadline) {
        throw new AlreadyServedError(
          'Another collaboration server already serves this database. Stop it first, or give this one a database of its own.',
        )
      }
      await delay(this.#config.lockRetryMs)
    }
  }

  async release(): Promise<void> {
    this.#isEnded = true
    const held = this.#held
    this.#held = null
    this.isOurs = false
    if (!held) return
    const released = held
      .release()
      .catch((error: unknown) => this.#log.warn({ err: error }, 'the lock was not released'))
    // A silent database never says that it has heard it. It frees the lock when the connection breaks.
    await Promise.race([released, delay(RELEASE_WAIT, undefined, { ref: false })])
  }

  async #try(): Promise<boolean> {
    const held = await this.#db.locks.holdCollabLock(() => {
      this.#held = null
      if (!this.#isEnded) void this.#regain()
    })
    if (held === 'taken') return false
    if (this.#isEnded) await held.release()
    else {
      this.#held = held
      this.isOurs = true
    }
    return true
  }

  async #regain(): Promise<void> {
    this.#log.warn('the lock of the collab server was lost')
    while (!this.#isEnded) {
      try {
        const wasOurs = this.isOurs
        if (await this.#try()) {
          this.#log.info('the lock of the collab server is held again')
          if (!wasOurs) this.#events.onRegained()
          return
        }
        if (this.isOurs) {
          this.isOurs = false
          this.#log.error('another collab server serves this database now: editors are closed')
          this.#events.onTaken()
        }
      } catch (error) {
        this.#log.debug({ err: error }, 'the lock cannot be asked for now')
      }
      await delay(this.#config.lockRetryMs)
    }
  }
}
