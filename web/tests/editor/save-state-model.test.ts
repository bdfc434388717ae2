/**
 * Random days of one browser and a model of the server: whatever happens to the network and the server's memory, what is
 * shown as saved is in the server's log.
 */
import { expect, test } from 'vitest'
import { seededRandom } from '../../../scripts/testing/seeded-random.ts'
import {
  reduceSaveState,
  type SaveEvent,
  saveLabel,
  startingSaveState,
} from '../../src/editor/connection/save-state.ts'

const SEEDS = Number(process.env['ANAWIM_SAVE_SEEDS'] ?? 400)
const STEPS = 150

/** A message on the wire, with the edits that it holds. */
interface Sent {
  step: 'two' | 'update'
  edits: number[]
}

/** What happened to the server's side of one connection. */
interface Line {
  wire: Sent[]
  /** Messages received, each with how long the log was then; null: it waits for a step 2, for it builds on what is not here. */
  received: (number | null)[]
  told: number
  /** Messages from the server on their way to the browser. */
  back: SaveEvent[]
}

class World {
  state = startingSaveState
  /** How many edits were made. */
  edits = 0
  #random: () => number
  /** Edits in the server's memory, in the order of its log, and how many of them are committed. */
  #log: number[] = []
  #committed = 0
  #line: Line | null = null
  /** Sent when the next socket opens, as the provider does with what was written without one. */
  #queue: Sent[] = []
  #isClosing = false

  constructor(random: () => number) {
    this.#random = random
  }

  step(): void {
    const often = [this.#edit, this.#deliver, this.#commit, this.#hear]
    const seldom = [this.#open, this.#beginClosing, this.#lose, this.#restart, this.#ask, this.#late]
    const acts = [...often, this.#deliver, this.#hear, ...often, this.#deliver, this.#hear, ...seldom]
    acts[Math.floor(this.#random() * acts.length)]?.call(this)
  }

  committed(): Set<number> {
    return new Set(this.#log.slice(0, this.#committed))
  }

  #tell(event: SaveEvent): void {
    this.state = reduceSaveState(this.state, event)
  }

  #send(message: Sent): void {
    if (!this.#line || this.#isClosing) {
      this.#queue.push(message)
      return
    }
    this.#line.wire.push(message)
    this.#tell({ type: 'sent', step: message.step })
  }

  #edit(): void {
    this.edits += 1
    this.#tell({ type: 'edited' })
    this.#send({ step: 'update', edits: [this.edits] })
  }

  #open(): void {
    if (this.#line) return
    this.#line = { wire: [], received: [], told: 0, back: [] }
    this.#tell({ type: 'opened' })
    for (const message of this.#queue.splice(0)) this.#send(message)
    if (this.#random() < 0.3) this.#edit()
    // The server's step 1 and 2 arrive, and are answered: sometimes much later.
    this.#line.back.push({ type: 'loaded' })
  }

  /** The server asks for all that it lacks. */
  #ask(): void {
    if (this.#line && this.#random() < 0.3) this.#line.back.push({ type: 'loaded' })
  }

  #hear(): void {
    const event = this.#isClosing ? undefined : this.#line?.back.shift()
    if (!event) return
    this.#tell(event)
    if (event.type !== 'loaded') return
    const all = Array.from({ length: this.edits }, (_, place) => place + 1)
    this.#send({ step: 'two', edits: all.filter((edit) => !this.#log.includes(edit)) })
  }

  #deliver(): void {
    const line = this.#line
    const message = line?.wire.shift()
    if (!line || !message) return
    const known = new Set(this.#log)
    const news = message.edits.filter((edit) => !known.has(edit))
    // An edit builds on the one before: without that one the message waits for a step 2.
    const first = Math.min(...news)
    if (message.step === 'update' && news.length > 0 && first > 1 && !known.has(first - 1)) {
      line.received.push(null)
      line.back.push({ type: 'loaded' })
      return
    }
    this.#log.push(...news)
    if (message.step === 'two') line.received = line.received.map((position) => position ?? this.#log.length)
    line.received.push(this.#log.length)
    this.#inform()
  }

  #commit(): void {
    if (this.#random() < 0.7) this.#committed = this.#log.length
    else this.#committed = Math.min(this.#log.length, this.#committed + 1)
    this.#inform()
  }

  #inform(): void {
    const line = this.#line
    if (!line) return
    const first = line.received.findIndex((position) => position === null || position > this.#committed)
    const durable = first === -1 ? line.received.length : first
    if (durable <= line.told) return
    line.told = durable
    line.back.push({ type: 'told', message: { type: 'saved', stateVector: '', messages: durable } })
  }

  /** `close()` was called, and nothing leaves any more; that it has closed is known later. */
  #beginClosing(): void {
    if (this.#line && this.#random() < 0.3) this.#isClosing = true
  }

  #lose(): void {
    if (!this.#line || this.#random() < 0.6) return
    this.#line = null
    this.#isClosing = false
    this.#tell({ type: 'disconnected' })
  }

  /** The server is killed: what was not committed is gone, and so are the sockets. */
  #restart(): void {
    if (this.#random() < 0.6) return
    this.#log = this.#log.slice(0, this.#committed)
    this.#line = null
    this.#isClosing = false
    this.#tell({ type: 'disconnected' })
  }

  #late(): void {
    this.#tell({ type: 'late' })
  }
}

test(`in ${SEEDS} random days, nothing is shown as saved that the log does not hold`, () => {
  let timesSaved = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const world = new World(seededRandom(seed))
    for (let step = 0; step < STEPS; step += 1) {
      world.step()
      const { state } = world
      const committed = world.committed()
      const isShownSaved = saveLabel(state) === 'saved'
      if (isShownSaved) timesSaved += 1
      const promised = isShownSaved ? world.edits : state.saved
      const missing = Array.from({ length: promised }, (_, place) => place + 1).filter((edit) => !committed.has(edit))
      expect(missing, `seed ${seed}, step ${step}`).toEqual([])
    }
  }
  // A page that never said "Saved" would pass as well.
  expect(timesSaved).toBeGreaterThan(SEEDS)
})
