/** How much may be sent: seconds of work that come back with time, and can be saved up for a while. */
import type { CollabConfig } from '../config.ts'

export class Allowance {
  /** How many connections it is for. */
  readonly share: number
  #most: number
  #left: number
  #countedAt = performance.now()

  /** One connection's comes back at a second a second. */
  constructor({ burstMs }: Pick<CollabConfig, 'burstMs'>, share = 1) {
    this.share = share
    this.#most = (burstMs / 1_000) * share
    this.#left = this.#most
  }

  /** Seconds that are left; below 0 one waits. */
  get left(): number {
    const now = performance.now()
    this.#left = Math.min(this.#most, this.#left + ((now - this.#countedAt) / 1_000) * this.share)
    this.#countedAt = now
    return this.#left
  }

  /** In how many seconds there is some again. */
  get wait(): number {
    return Math.max(0, -this.left / this.share)
  }

  spend(seconds: number): void {
    this.#left -= seconds
  }
}

/** One for all connections of a person: who opens many has no more than a few of them are allowed. */
export class PersonAllowances {
  #config: Pick<CollabConfig, 'burstMs' | 'connectionsPerPerson'>
  #held = new Map<number, { allowance: Allowance; holders: Set<unknown> }>()

  constructor(config: Pick<CollabConfig, 'burstMs' | 'connectionsPerPerson'>) {
    this.#config = config
  }

  /** Until `holder` lets go. */
  of(userId: number, holder: unknown): Allowance {
    const held = this.#held.get(userId) ?? {
      allowance: new Allowance(this.#config, this.#config.connectionsPerPerson),
      holders: new Set(),
    }
    this.#held.set(userId, held)
    held.holders.add(holder)
    return held.allowance
  }

  letGo(holder: unknown): void {
    for (const [userId, { allowance, holders }] of this.#held) {
      holders.delete(holder)
      // Who owes something is remembered: coming back does not pay it.
      if (holders.size === 0 && allowance.left > 0) this.#held.delete(userId)
    }
  }
}
