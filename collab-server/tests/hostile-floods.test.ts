/**
 * Promise 2: no frame that anybody sends ends the process, bricks a lesson or makes it silent. ANAWIM_MUTATED,
 * ANAWIM_HOSTILE and ANAWIM_MAXIMUM say how many; ANAWIM_SEED repeats a run.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { closeCodes } from '@anawim/lesson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { report } from '../../scripts/testing/report.ts'
import { mutate, noise } from './fuzz/mutate.ts'
import { editRandomly } from './fuzz/random-edit.ts'
import { seededRandom } from './fuzz/seeded-random.ts'
import { openWorld, type World } from './fuzz/world.ts'
import { collabToken, connectEditor, type Editor } from './support/connect-editor.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { authFrame, awarenessFrame, connectRaw, frame, step1Frame, syncFrame } from './support/raw-editor.ts'
import { until } from './support/until.ts'

const mutatedCount = Number(process.env['ANAWIM_MUTATED'] ?? 2_000)
const hostileCount = Number(process.env['ANAWIM_HOSTILE'] ?? 2_000)
const seed = Number(process.env['ANAWIM_SEED'] ?? 1)
const rounds = Number(process.env['ANAWIM_MAXIMUM'] ?? 1)
const ATTACKERS = 4
/** Looks at the honest until the others are held, and until they are let go. */
const TURN = { beside: 5, alone: 2 }
/** Least time between two broadcasts to an editor, in ms. */
const FLUSH = 40

let world: World
let people: People
beforeAll(async () => {
  world = await openWorld()
  people = await makePeople(world.db)
})
afterAll(() => world.close())

/** Two honest editors, and how long an edit of one takes to be seen by the other. */
async function honestPair(lessonId: number) {
  const alice = await connectEditor(world, people.alice, lessonId, { comesBack: true })
  const root = await connectEditor(world, people.root, lessonId, { comesBack: true })
  let probe = 0
  return {
    alice,
    root,
    /** Fails when the lesson is bricked or silent. */
    async look(times: number[]): Promise<void> {
      await until('alice is in sync', () => alice.provider.isSynced)
      // An edit right after another would wait until that much time has passed.
      await delay(FLUSH)
      const value = ++probe
      const seen = () => Number(root.document.getMap('meta').get('probe')) >= value
      let seenAt = 0
      const look = () => {
        if (seenAt === 0 && seen()) seenAt = performance.now()
      }
      root.document.on('update', look)
      const startedAt = performance.now()
      alice.document.getMap('meta').set('probe', value)
      await until('root sees it', seen).catch((error: unknown) => {
        const stateOf = ({ provider, closes, counts, ids }: Editor) =>
          `${provider.isSynced ? 'in sync' : 'not in sync'}, ${ids().length} elements, sent ${counts.sent}, closed with [${closes.join()}], probe ${String(provider.document.getMap('meta').get('probe'))} of ${value}`
        throw new Error(`alice: ${stateOf(alice)}; root: ${stateOf(root)}`, { cause: error })
      })
      root.document.off('update', look)
      times.push(seenAt - startedAt)
      await alice.whenSaved()
    },
    refusals: () => [alice, root].flatMap(({ closes }) => closes).filter((code) => code === closeCodes.refused).length,
    evictions: () => alice.closes.length,
  }
}

type Honest = Awaited<ReturnType<typeof honestPair>>

/**
 * How long edits of the honest take with the others and without them, in turns: what else this machine does disturbs both alike.
 * `setGoing` lets the others go, or holds them; `isOver` is asked after each turn.
 */
async function inTurns(honest: Honest, setGoing: (isGoing: boolean) => void, isOver: () => boolean) {
  const times: Times = { alone: [], beside: [] }
  do {
    setGoing(false)
    // What they have sent is still being dealt with.
    await delay(30)
    for (let count = 0; count < TURN.alone; count++) await honest.look(times.alone)
    setGoing(true)
    for (let count = 0; count < TURN.beside; count++) await honest.look(times.beside)
  } while (!isOver())
  return times
}

/** A door at which attackers wait while it is shut. */
function openDoor() {
  let open = Promise.resolve()
  let unlock = () => {}
  return {
    pass: () => open,
    set(isOpen: boolean) {
      unlock()
      if (!isOpen) open = new Promise((resolve) => (unlock = resolve))
    },
  }
}

interface Times {
  alone: number[]
  beside: number[]
}

const quantile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0

/** How many times as long it takes beside the others, at the middle and at the end. */
function felt({ alone, beside }: Times) {
  const ratio = (share: number) => Math.round((quantile(beside, share) / quantile(alone, share)) * 100) / 100
  return { 'p50 by that without': ratio(0.5), 'p90 by that without': ratio(0.9), 'p99 by that without': ratio(0.99) }
}

/** Fewer looks have no hundredth part: the slowest of them would be the machine's own. */
const ENOUGH = 200

/** At most so many times as long; and what a machine that others use adds of itself, in ms, to one half and not to the other. */
function expectFelt({ alone, beside }: Times, most: number): void {
  const shares = [[0.5, 10], [0.9, 50], ...(beside.length < ENOUGH ? [] : [[0.99, 100]])] as const
  for (const [share = 0, room = 0] of shares) {
    expect(quantile(beside, share), `p${share * 100}`).toBeLessThan(most * quantile(alone, share) + room)
  }
}

async function insider(lessonId: number) {
  const raw = await connectRaw(world)
  await raw.logIn(String(lessonId), await collabToken(world.db, people.root, lessonId))
  return raw
}

async function expectOneLesson(lessonId: number, editors: Editor[]): Promise<void> {
  await world.killServer()
  const fresh = await connectEditor(world, people.alice, lessonId)
  const wanted = JSON.stringify(fresh.content())
  await until('all have the same lesson', () => editors.every((one) => JSON.stringify(one.content()) === wanted))
  await until('so has the JSON', async () => {
    return JSON.stringify((await world.db.lessons.withContent(lessonId))?.content) === wanted
  })
  for (const editor of [...editors, fresh]) editor.leave()
}

test(
  `${mutatedCount} mutated updates (seed ${seed}) brick, divert and silence nothing`,
  async () => {
    const random = seededRandom(seed)
    const lessonId = (await makeLesson(world.db, people.alice)).id
    const honest = await honestPair(lessonId)
    for (let count = 0; count < 30; count++) editRandomly(honest.alice.document, random, () => `m${count}`)
    await honest.alice.whenSaved()
    let sent = 0
    const door = openDoor()
    const attack = async () => {
      while (sent < mutatedCount) {
        await door.pass()
        const raw = await insider(lessonId)
        const own = new Y.Doc()
        Y.applyUpdate(own, Y.encodeStateAsUpdate(honest.alice.document))
        const updates: Uint8Array[] = []
        own.on('update', (update: Uint8Array) => updates.push(update))
        while (raw.closeCode() === null && sent < mutatedCount) {
          editRandomly(own, random, () => `x${seed}e${sent}`)
          const update = updates.pop() ?? Y.encodeStateAsUpdate(own)
          raw.socket.send(syncFrame(String(lessonId), 1 + random.below(2), mutate(update, random)))
          sent++
          await delay(2)
          await door.pass()
        }
        raw.socket.terminate()
        own.destroy()
      }
    }
    const attacks = Promise.all(Array.from({ length: ATTACKERS }, attack))
    const times = await inTurns(honest, door.set, () => sent >= mutatedCount)
    await attacks
    const failures = honest.refusals() + (world.isRunning() ? 0 : 1)
    report({
      what: 'mutated updates: ms from an honest edit to the other editor',
      trials: sent,
      failures,
      times: times.beside,
      more: { ...felt(times), evictions: honest.evictions(), seed },
    })
    expect(failures).toBe(0)
    await expectOneLesson(lessonId, [honest.alice, honest.root])
  },
  60_000 + mutatedCount * 60,
)

test(
  `${hostileCount} hostile frames (seed ${seed}) end nothing, and the honest notice nothing`,
  async () => {
    const random = seededRandom(seed + 1)
    const lessonId = (await makeLesson(world.db, people.alice)).id
    const name = String(lessonId)
    const honest = await honestPair(lessonId)
    const valid = [
      step1Frame(name),
      syncFrame(name, 2, Y.encodeStateAsUpdate(honest.alice.document)),
      awarenessFrame(name, [{ clientId: 7, clock: 1, state: { cursor: { x: 1, y: 1 } } }]),
      authFrame(name, 'no token'),
      ...[3, 4, 5, 6, 7, 8, 9, 10].map((type) => frame(name, type)),
    ]
    const bytesOf = (): Uint8Array => {
      const roll = random.below(100)
      if (roll < 40) return noise(random, 200)
      if (roll < 85) return mutate(random.pick(valid) ?? new Uint8Array(), random)
      if (roll < 90) return syncFrame(name, random.below(4), noise(random, 2_000))
      if (roll < 95)
        return awarenessFrame(name, [{ clientId: random.below(9), clock: 2 ** 53 - 1, state: noise(random, 90) }])
      if (roll < 98) return frame(`${name}\0${random.below(9)}`, random.below(12))
      return Buffer.alloc(roll < 99 ? 200_000 : 17 * 1024 * 1024, random.below(256))
    }
    let sent = 0
    const door = openDoor()
    const before = await world.memory()
    const attack = async () => {
      while (sent < hostileCount) {
        await door.pass()
        // Half of them without a token.
        const raw = random.chance(0.5) ? await connectRaw(world) : await insider(lessonId)
        while (raw.socket.readyState === WebSocket.OPEN && sent < hostileCount) {
          raw.socket.send(bytesOf(), { binary: random.chance(0.95) })
          sent++
          await delay(2)
          await door.pass()
        }
        raw.socket.terminate()
      }
    }
    const attacks = Promise.all(Array.from({ length: ATTACKERS }, attack))
    const times = await inTurns(honest, door.set, () => sent >= hostileCount)
    await attacks
    const closes = [...honest.alice.closes, ...honest.root.closes]
    const failures = closes.length + (world.isRunning() ? 0 : 1)
    const grown = Math.round(((await world.memory()) - before) / 2 ** 20)
    report({
      what: 'hostile frames: ms from an honest edit to the other editor',
      trials: sent,
      failures,
      times: times.beside,
      more: { ...felt(times), 'grown by MB': grown, seed: seed + 1 },
    })
    expect(grown).toBeLessThan(400)
    expect(closes).toEqual([])
    expect(world.isRunning()).toBe(true)
    expectFelt(times, 2)
    await expectOneLesson(lessonId, [honest.alice, honest.root])
  },
  60_000 + hostileCount * 60,
)

test(
  `one client at its allowed maximum is felt by nobody else (${rounds} rounds)`,
  { timeout: 60_000 + rounds * 20_000 },
  async () => {
    const lessonId = (await makeLesson(world.db, people.alice)).id
    const other = (await makeLesson(world.db, people.alice)).id
    const honest = await honestPair(lessonId)
    const greedy = await connectEditor(world, people.root, other)
    let isGoing = false
    let count = 0
    // 480 of the 500 frames a second that one connection may send, each an edit that is kept.
    const flood = setInterval(() => {
      for (let one = 0; isGoing && one < 12; one++) greedy.document.getMap('meta').set('note', count++)
    }, 25)
    let turns = 0
    const setGoing = (to: boolean) => (isGoing = to)
    const times = await inTurns(honest, setGoing, () => ++turns >= rounds * 20)
    clearInterval(flood)
    report({
      what: 'one client at its maximum: ms from an honest edit to the other editor',
      trials: rounds,
      failures: 0,
      times: times.beside,
      more: { ...felt(times), 'edits of the one': count },
    })
    expect([...honest.alice.closes, ...honest.root.closes, ...greedy.closes]).toEqual([])
    expect(count).toBeGreaterThan(100 * rounds)
    expectFelt(times, 1.25)
    for (const editor of [honest.alice, honest.root, greedy]) editor.leave()
  },
)
