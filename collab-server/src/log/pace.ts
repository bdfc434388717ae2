/** How much is going on: whether so many updates come in that it pays to gather them. */

/** How long is counted before it is judged, in ms. */
const SPAN = 250

export class Pace {
  #perSpan: number
  #counted = 0
  #since = performance.now()
  /** Of the last whole span. */
  isBusy = false

  /** `busyAt`: updates a second from which it is busy. */
  constructor(busyAt: number) {
    this.#perSpan = (busyAt * SPAN) / 1_000
  }

  /** One more has come. */
  count(): void {
    const now = performance.now()
    const passed = now - this.#since
    if (passed >= SPAN) {
      this.isBusy = this.#counted / passed >= this.#perSpan / SPAN
      this.#counted = 0
      this.#since = now
    }
    this.#counted++
  }
}
