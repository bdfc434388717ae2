import { setTimeout as delay } from 'node:timers/promises'

/** Waits until it is so; fails with `what` when it is not within `ms`. Resolves with how long it took, in ms. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, ms = 20_000): Promise<number> {
  const startedAt = Date.now()
  while (!(await isSo())) {
    if (Date.now() - startedAt > ms) throw new Error(`not within ${ms} ms: ${what}`)
    await delay(10)
  }
  return Date.now() - startedAt
}
