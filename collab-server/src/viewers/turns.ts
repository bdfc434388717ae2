/**
 * What one socket asks for, one thing at a time and at a steady pace: a single page that asks without end would else hold every
 * connection to the database, and the whole school would wait for it.
 */
import { setTimeout as delay } from 'node:timers/promises'

/** As many as this may wait. A page of ours never has more than a few. */
const MOST_WAITING = 100

/** One socket's. There are thousands, so it keeps three numbers, and a promise only while something is done. */
export class Turns {
  #perSecond: number
  #waiting = 0
  #last: Promise<void> | undefined = undefined
  /** When the allowance will be full again, in ms. */
  #fullAt = 0

  /** The first `perSecond` are taken at once, the others one after another, so many in a second. */
  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  /** Takes its turn with `task`, and says true; false when too many wait already. The task must not throw. */
  take(task: () => Promise<void>): boolean {
    if (this.#waiting >= MOST_WAITING) return false
    this.#waiting++
    this.#last = (this.#last ?? Promise.resolve()).then(() => this.#run(task))
    return true
  }

  async #run(task: () => Promise<void>): Promise<void> {
    const now = performance.now()
    this.#fullAt = Math.max(this.#fullAt, now) + 1_000 / this.#perSecond
    const debt = this.#fullAt - now - 1_000
    if (debt > 0) await delay(debt, undefined, { ref: false })
    await task()
    this.#waiting--
    if (this.#waiting === 0) this.#last = undefined
  }
}
