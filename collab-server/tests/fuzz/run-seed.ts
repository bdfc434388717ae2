/** One seed: tabs, a seeded order of what people do and of what breaks, and what must hold after each step. */
import { readContent } from '@anawim/lesson/doc'
import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { counted } from '../../../scripts/testing/counted.ts'
import type { People } from '../support/people.ts'
import { until } from '../support/until.ts'
import { collide, copyOf, gatherCast } from './cast.ts'
import type { FuzzClient } from './fuzz-client.ts'
import { describeWorld } from './describe-world.ts'
import { Ledger, loadStored } from './ledger.ts'
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

export async function runSeed(world: World, people: People, seed: number, steps: number): Promise<SeedResult> {
  const random = seededRandom(seed)
  const done: string[] = []
  const failures: string[] = []
  const cast = await gatherCast(world, people, random)
  const { tabs } = cast
  const ledger = new Ledger(world, cast.lessonId)
  let added = 0

  const check = async (when: string) => {
    failures.push(...(await ledger.check(cast.clients(), when)))
  }

  async function step(): Promise<string> {
    const tab = random.pick(tabs)
    if (!tab) return 'nobody'
    const { client } = tab
    const roll = random.below(1_000)
    if (roll < 840) {
      const said = editRandomly(client.document, random, () => `s${seed}e${added++}`)
      return `${client.name}: ${said}${client.isOnline() ? '' : ' (offline)'}`
    }
    if (roll < 890) {
      if (client.isOnline()) client.goOffline()
      else client.comeBack()
      return `${client.name}: ${client.isOnline() ? 'online' : 'offline'}`
    }
    if (roll < 915) {
      client.dropConnection()
      return `${client.name}: dropped`
    }
    if (roll < 940) {
      await check(`before ${client.name} reloads`)
      cast.replace(tab, copyOf(client.document))
      return `${client.name}: reloaded with its document`
    }
    if (roll < 955) {
      await check(`before ${client.name} starts afresh`)
      cast.replace(tab, new Y.Doc())
      return `${client.name}: started afresh`
    }
    if (roll < 963) {
      cast.openSecond(tab)
      return `${client.name}: a second tab with its journal`
    }
    if (roll < 973) return collide(client, random.pick(cast.clients()) ?? client, random)
    if (roll < 980) {
      return `${client.name}: ${(await cast.hijack(tab, random)) ? 'hijacked' : 'known to nobody'}`
    }
    return world.isBroken() ? 'broken already' : breakSomething(world, random)
  }

  try {
    await settle(cast.clients)
    for (let count = 0; count < steps && failures.length === 0; count++) {
      done.push(`${count}. ${await step()}${world.isBroken() ? ' [broken]' : ''}`)
      await delay(random.chance(0.5) ? random.below(70) : 0)
      await check(`step ${count}`)
      cast.startForgedAfresh()
    }
    const settledIn = await settle(cast.clients, () => cast.startForgedAfresh())
    await check('end')
    failures.push(...(await compare(world, cast.lessonId, cast.clients())))
    failures.push(...cast.clients().flatMap(({ complaints }) => counted(complaints)))
    if (failures.length > 0) done.push(...(await describeWorld(world, cast.lessonId, cast.clients())))
    return { seed, done, failures, claimed: ledger.claimed, settledIn }
  } catch (error) {
    failures.push(String(error), ...cast.clients().flatMap((client) => [client.state(), ...counted(client.complaints)]))
    done.push(...(await describeWorld(world, cast.lessonId, cast.clients())))
    return { seed, done, failures, claimed: ledger.claimed, settledIn: 0 }
  } finally {
    cast.leave()
  }
}

/** Not waited for: the clients go on while it is broken. */
function breakSomething(world: World, random: Random): string {
  const ms = 50 + random.below(400)
  const faults: readonly [number, string, () => Promise<void>][] = [
    [20, 'kill the server', () => world.killServer()],
    [30, 'crash PostgreSQL', () => world.crashDatabase()],
    [35, 'crash both', () => world.crashBoth()],
    [47, `the server is killed before it committed anything of ${ms} ms`, () => world.loseUncommitted(ms)],
    [72, `PostgreSQL silent for ${ms} ms`, () => world.stallDatabase(ms)],
    [100, `PostgreSQL away for ${ms} ms`, () => world.cutDatabase(ms)],
  ]
  const roll = random.below(100)
  const [, what, fault] = faults.find(([below]) => roll < below) ?? [0, 'nothing', () => Promise.resolve()]
  fault().catch(() => {})
  return what
}

/** Everybody online, in sync and told that all is saved; `before` each look. */
export async function settle(clients: () => FuzzClient[], before = () => {}): Promise<number> {
  for (const client of clients()) if (!client.isOnline()) client.comeBack()
  const isSettled = () => {
    before()
    return clients().every((client) => client.isSettled())
  }
  return until('everybody is told that all is saved', isSettled, 60_000)
}

/** All are equal, to each other, to the log and to the JSON. */
export async function compare(world: World, lessonId: number, clients: FuzzClient[]): Promise<string[]> {
  const failures: string[] = []
  const contentOf = (client: FuzzClient) => JSON.stringify(readContent(client.document))
  // Loaded again at each look: the server may still be repairing what somebody wrote.
  const wanted = async () => JSON.stringify(readContent(await loadStored(world, lessonId)))
  const unequal = async () => {
    const content = await wanted()
    return clients.filter((client) => contentOf(client) !== content)
  }
  await until('all are equal', async () => (await unequal()).length === 0, 10_000).catch(async () => {
    failures.push(`not equal to the log: ${(await unequal()).map(({ name }) => name).join()}`)
  })
  const json = async () => JSON.stringify((await ask(() => world.db.lessons.withContent(lessonId)))?.content)
  // Promised within 2 s, on a machine that has nothing else to do.
  await until('the JSON is equal', async () => (await json()) === (await wanted()), 20_000).catch(() => {
    failures.push('the JSON is not what the log says')
  })
  const stored = await loadStored(world, lessonId)
  if (stored.store.pendingStructs !== null) failures.push('the log holds what builds on nothing')
  const ids = readContent(stored).pages.flatMap(({ elements }) => elements.map(({ id }) => id))
  if (new Set(ids).size !== ids.length) failures.push('an element stands there twice')
  return failures
}
