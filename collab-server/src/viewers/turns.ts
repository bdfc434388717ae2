/**
 * What one socket asks for, one thing at a time and at a steady pace: a single page that asks without end would else hold every
 * connection to the database, and the whole school would wait for it.
 */
import { setTimeout as delay } from 'node:timers/promises'

/** Takes its turn with `task`, and says true; false when too many wait already. The task must not throw. */
export type TakeTurn = (task: () => Promise<void>) => boolean

/** As many as this may wait. A page of ours never has more than a few. */
const MOST_WAITING = 100

/** The first `perSecond` at once, the others one after another, so many in a second. */
export function createTurns(perSecond: number): TakeTurn {
  const interval = 1_000 / perSecond
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  /** When the allowance will be full again, in ms. */
  let fullAt = 0

  async function run(task: () => Promise<void>): Promise<void> {
    const now = performance.now()
    fullAt = Math.max(fullAt, now) + interval
    const debt = fullAt - now - 1_000
    if (debt > 0) await delay(debt, undefined, { ref: false })
    await task()
    waiting--
  }

  return (task) => {
    if (waiting >= MOST_WAITING) return false
    waiting++
    last = last.then(() => run(task))
    return true
  }
}
