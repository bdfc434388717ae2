/** One seed: clients, a seeded order of what they do and of what breaks, and what must hold after each step. */
import type { UserRow } from '@anawim/db'
import { readContent } from '@anawim/lesson/doc'
import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { makeLesson } from '../support/people.ts'
import { until } from '../support/until.ts'
import { openFuzzClient, type FuzzClient } from './fuzz-client.ts'
import { editRandomly } from './random-edit.ts'
import { seededRandom, type Random } from './seeded-random.ts'
import { ask, type World } from './world.ts'

export interface SeedResult {
  seed: number
  /** What was done, in order: to be printed when it failed. */
  done: string[]
  failures: string[]
  claimed: number
  /** Milliseconds that it took at the end until everybody was told that all is saved. */
  settledIn: number
}

export async function runSeed(world: World, author: UserRow, seed: number, steps: number): Promise<SeedResult> {
  const random = seededRandom(seed)
  const done: string[] = []
  const failures: string[] = []
  const lessonId = (await ask(() => makeLesson(world.db, author))).id
  const ver = author.tokenVersion
  const token = async () => (await world.db.tokens.signCollab({ userId: author.id, lessonId, ver })).token
  const claimed: Uint8Array[] = []
  const vectors: Map<number, number>[] = []
  let opened = 0
  let added = 0

  const open = (document: Y.Doc) => openFuzzClient(world.host, lessonId, token, `c${opened++}`, document)
  const clients = Array.from({ length: 3 + random.below(3) }, () => open(new Y.Doc()))

  /** Everything that somebody was told is saved must be in what a server would load now. */
  async function check(when: string): Promise<void> {
    const fresh = clients.flatMap((client) => client.takeClaims())
    if (fresh.length === 0 && when !== 'end') return
    claimed.push(...fresh.flatMap(({ updates }) => updates))
    vectors.push(...fresh.map(({ stateVector }) => stateVector))
    const stored = await load(world, lessonId)
    // Older ones are looked at again at the end, after all that broke.
    const updates = when === 'end' ? claimed : fresh.flatMap((claim) => claim.updates)
    const snapshot = Y.snapshot(stored)
    const missing = updates.filter((update) => !Y.snapshotContainsUpdate(snapshot, update)).length
    if (missing > 0) failures.push(`${when}: ${missing} of ${updates.length} updates shown as saved are missing`)
    for (const vector of when === 'end' ? vectors : fresh.map(({ stateVector }) => stateVector)) {
      for (const [client, clock] of vector) {
        if (Y.getState(stored.store, client) < clock) failures.push(`${when}: a state vector promises too much`)
      }
    }
    stored.destroy()
  }

  function replace(index: number, document: Y.Doc): void {
    clients[index]?.leave()
    clients[index] = open(document)
  }

  async function step(): Promise<string> {
    const index = random.below(clients.length)
    const client = clients[index]
    const roll = random.below(1_000)
    if (!client) return 'nobody'
    if (roll < 860) {
      const said = editRandomly(client.document, random, () => `s${seed}e${added++}`)
      return `${client.name}: ${said}${client.isOnline() ? '' : ' (offline)'}`
    }
    if (roll < 910) {
      if (client.isOnline()) client.goOffline()
      else client.comeBack()
      return `${client.name}: ${client.isOnline() ? 'online' : 'offline'}`
    }
    if (roll < 935) {
      client.dropConnection()
      return `${client.name}: dropped`
    }
    if (roll < 965) {
      // A journal in the browser: the same document under a new client id.
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(client.document))
      await check(`before ${client.name} reloads`)
      replace(index, copy)
      return `${client.name}: reloaded with its document`
    }
    if (roll < 980) {
      await check(`before ${client.name} starts afresh`)
      replace(index, new Y.Doc())
      return `${client.name}: started afresh`
    }
    return world.isBroken() ? 'broken already' : breakSomething(world, random)
  }

  try {
    await settle(clients)
    for (let count = 0; count < steps && failures.length === 0; count++) {
      done.push(`${count}. ${await step()}${world.isBroken() ? ' [broken]' : ''}`)
      await delay(random.chance(0.5) ? random.below(70) : 0)
      await check(`step ${count}`)
    }
    const settledIn = await settle(clients)
    await check('end')
    failures.push(...(await compare(world, lessonId, clients)))
    failures.push(...clients.flatMap(({ complaints }) => complaints))
    return { seed, done, failures, claimed: claimed.length, settledIn }
  } catch (error) {
    failures.push(String(error), ...clients.flatMap((client) => [client.state(), ...client.complaints]))
    return { seed, done, failures, claimed: claimed.length, settledIn: 0 }
  } finally {
    for (const client of clients) client.leave()
  }
}

/** Not waited for: the clients go on while it is broken. */
function breakSomething(world: World, random: Random): string {
  const roll = random.below(100)
  const ms = 50 + random.below(400)
  const [what, broken] =
    roll < 22
      ? ['kill the server', world.killServer()]
      : roll < 32
        ? ['crash PostgreSQL', world.crashDatabase()]
        : roll < 65
          ? [`PostgreSQL silent for ${ms} ms`, world.stallDatabase(ms)]
          : [`PostgreSQL away for ${ms} ms`, world.cutDatabase(ms)]
  broken.catch(() => {})
  return what
}

async function load(world: World, lessonId: number): Promise<Y.Doc> {
  const stored = await ask(() => world.db.updates.load(lessonId))
  const document = new Y.Doc()
  for (const update of [stored?.snapshot, ...(stored?.updates.map((row) => row.update) ?? [])]) {
    if (update) Y.applyUpdate(document, update)
  }
  return document
}

/** Everybody online, in sync and told that all is saved. */
async function settle(clients: FuzzClient[]): Promise<number> {
  for (const client of clients) if (!client.isOnline()) client.comeBack()
  return until('everybody is told that all is saved', () => clients.every((client) => client.isSettled()), 20_000)
}

/** All are equal, to each other, to the log and to the JSON. */
async function compare(world: World, lessonId: number, clients: FuzzClient[]): Promise<string[]> {
  const failures: string[] = []
  const stored = await load(world, lessonId)
  const wanted = JSON.stringify(readContent(stored))
  const contentOf = (client: FuzzClient) => JSON.stringify(readContent(client.document))
  await until('all are equal', () => clients.every((client) => contentOf(client) === wanted), 5_000).catch(() => {
    failures.push(
      `not equal to the log: ${clients
        .filter((c) => contentOf(c) !== wanted)
        .map(({ name }) => name)
        .join()}`,
    )
  })
  if (stored.store.pendingStructs !== null) failures.push('the log holds what builds on nothing')
  const json = async () => JSON.stringify((await ask(() => world.db.lessons.withContent(lessonId)))?.content)
  await until('the JSON is equal', async () => (await json()) === wanted, 5_000).catch(() => {
    failures.push('the JSON is not what the log says')
  })
  const ids = readContent(stored).pages.flatMap(({ elements }) => elements.map(({ id }) => id))
  if (new Set(ids).size !== ids.length) failures.push('an element stands there twice')
  return failures
}
