/** The people that one load generator simulates. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from './client.ts'
import { createClient } from './create-client.ts'
import type { CrowdCalls, CrowdFigures, Group } from './crowd-calls.ts'
import { Editing } from './editing.ts'
import { median, quantilesOf } from './quantiles.ts'
import { ageOf } from './stamp.ts'

const ALIVE_MS = 5_000
const JOIN_MS = 30_000

export class Crowd implements CrowdCalls {
  #clients: Client[] = []
  #sampled = 0
  #editing = new Editing()
  #seen: number[] = []
  #saved: number[] = []
  #flushes = 0
  #since = { at: 0, cpu: 0, frames: [] as number[], bytes: 0, presenceFrames: 0 }

  constructor() {
    setInterval(() => this.#clients.forEach((client) => client.stayAlive()), ALIVE_MS)
  }

  async join({ groups, atOnce }: { groups: Group[]; atOnce: number }): Promise<{ bytes: number; ms: number }> {
    const startedAt = performance.now()
    const before = this.#clients.length
    const waiting = groups.flatMap((group) => Array.from({ length: group.count }, (_, place) => ({ group, place })))
    const letIn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.#admit(next.group, next.place)
    }
    await Promise.all(Array.from({ length: atOnce }, letIn))
    const bytes = median(this.#clients.slice(before).map((client) => client.received().bytes))
    return { bytes, ms: performance.now() - startedAt }
  }

  async edit({ rate }: { rate: number }): Promise<void> {
    this.#editing.start(rate)
  }

  async rest(): Promise<void> {
    this.#editing.stop()
  }

  async reset(): Promise<void> {
    this.#seen = []
    this.#saved = []
    this.#flushes = 0
    this.#editing.reset()
    const received = this.#clients.map((client) => client.received())
    this.#since = {
      at: performance.now(),
      cpu: cpuSeconds(),
      frames: received.map(({ frames }) => frames),
      bytes: received.reduce((sum, { bytes }) => sum + bytes, 0),
      presenceFrames: received.reduce((sum, { presenceFrames }) => sum + presenceFrames, 0),
    }
  }

  async figures(): Promise<CrowdFigures> {
    const seconds = (performance.now() - this.#since.at) / 1000
    const received = this.#clients.map((client) => client.received())
    const frames = received.map((client, place) => client.frames - (this.#since.frames[place] ?? 0))
    return {
      seconds,
      sent: this.#editing.sent,
      framesPerSecond: frames.length ? median(frames) / seconds : 0,
      frames: frames.reduce((sum, count) => sum + count, 0),
      bytes: received.reduce((sum, { bytes }) => sum + bytes, 0) - this.#since.bytes,
      presenceFrames: received.reduce((sum, client) => sum + client.presenceFrames, 0) - this.#since.presenceFrames,
      flushesPerSecond: this.#sampled ? this.#flushes / this.#sampled / seconds : 0,
      seen: quantilesOf(this.#seen),
      saved: quantilesOf(this.#saved),
      late: quantilesOf(this.#editing.late),
      cpu: cpuSeconds() - this.#since.cpu,
      closed: this.#clients.map((client) => client.closed()).filter((why) => why !== null),
    }
  }

  async leave(): Promise<void> {
    this.#editing.clear()
    for (const client of this.#clients) client.leave()
    this.#clients = []
    this.#sampled = 0
  }

  async #admit(group: Group, place: number): Promise<void> {
    const isEditor = place < group.editors
    const isSampled = place >= group.count - group.sampled
    /** Number of the newest edit seen, of each author. */
    const known = new Map<string | number, number>()
    /** When edits that are not saved yet were made. */
    const unsaved: { number: number; at: number }[] = []
    let lastTurn = -1
    const client = createClient({
      door: group.door,
      element: `e${place}`,
      elements: group.elements,
      isEditor,
      isSampled,
      isFresh: group.isFresh ?? false,
      events: {
        seen: (author, number, stamp) => {
          const age = ageOf(stamp)
          // Edits in between were merged away: they took longer by as much as they were made earlier.
          const skipped = number - (known.get(author) ?? number - 1) - 1
          for (let back = 0; back <= skipped; back++) this.#seen.push(age + back * this.#editing.everyMs)
          known.set(author, Math.max(number, known.get(author) ?? 0))
          // What comes in one frame is handled in one turn.
          const now = performance.now()
          if (now - lastTurn > 0.5) this.#flushes++
          lastTurn = now
        },
        saved: (number) => {
          const now = performance.now()
          while (unsaved[0] && unsaved[0].number <= number) this.#saved.push(now - (unsaved.shift()?.at ?? now))
        },
      },
    })
    const tooLate = new AbortController()
    const timeout = sleep(JOIN_MS, undefined, { signal: tooLate.signal }).then(() => {
      throw new Error(`a client could not join within ${JOIN_MS} ms (${client.closed() ?? 'its socket is open'})`)
    })
    await Promise.race([client.join(), timeout])
    timeout.catch(() => {})
    tooLate.abort()
    this.#clients.push(client)
    if (isSampled) this.#sampled++
    if (!isEditor) return
    this.#editing.add((number) => {
      if (isSampled) unsaved.push({ number, at: performance.now() })
      client.edit(number)
    })
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
