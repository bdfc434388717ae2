import type { AnawimEvent, Database } from '@anawim/db'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLogger, openDatabase } from '@anawim/db'
import { emit } from '../src/events.ts'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { content, lesson, person } from './people.ts'

let harness: TestDatabase
let elsewhere: Database
let heard: AnawimEvent[] = []
beforeAll(async () => {
  harness = await testDatabase()
  elsewhere = await openDatabase({ url: harness.url, dataDir: harness.dataDir, log: createLogger('test') })
  elsewhere.events.on((event) => heard.push(event))
})
afterAll(async () => {
  await elsewhere.close()
  await harness.close()
})
const db = () => harness.db

let marks = 0

/** All that was said so far has arrived: events of one database arrive in the order of their commits. */
async function everythingHeard(): Promise<AnawimEvent[]> {
  const mark: AnawimEvent = { type: 'content', lessonId: -++marks }
  await emit(db().knex, mark)
  await vi.waitFor(() => expect(heard).toContainEqual(mark), {
    timeout: 5_000,
    interval: 5,
  })
  return heard.filter((event) => !('lessonId' in event && event.lessonId < 0))
}

beforeEach(async () => {
  await everythingHeard()
  heard = []
})

describe('another process hears', () => {
  test('all that happens to a lesson', async () => {
    const author = await person(db(), 'teacher')
    const { id } = await lesson(db(), author)
    await db().lessons.update(id, { title: 'Mới' })
    await db().lessons.publish(id, { isPublic: true })
    await db().lessons.unpublish(id)
    await db().lessons.trash(id)
    await db().lessons.restore(id)
    await db().lessons.writeProjection(id, content(1), '1')
    await db().lessons.writeProjection(id, content(1), '2')
    await db().members.put(id, author.id, 'viewer')
    await db().members.put(id, author.id, 'viewer')
    await db().members.remove(id, author.id)
    await db().members.remove(id, author.id)
    const changes = ['created', 'updated', 'published', 'unpublished', 'trashed', 'restored']
    expect(await everythingHeard()).toEqual([
      { type: 'user', userId: author.id, change: 'registered' },
      ...changes.map((change) => ({ type: 'lesson', lessonId: id, change })),
      { type: 'content', lessonId: id },
      { type: 'access', lessonId: id, userId: author.id },
      { type: 'access', lessonId: id, userId: author.id },
    ])
  })

  test('all that happens to an account', async () => {
    const { id } = await person(db(), 'teacher')
    await db().users.update(id, { fullName: 'Khác' })
    await db().users.update(id, { role: 'student', isActive: false })
    await db().users.update(id, { isActive: true })
    await db().users.setPassword(id, 'x')
    const said = (await everythingHeard()).map((event) => event.type === 'user' && event.change)
    expect(said).toEqual(['registered', 'updated', 'role', 'suspended', 'activated', 'password'])
  })

  test('nothing before the commit, and nothing of what was rolled back', async () => {
    const event: AnawimEvent = { type: 'content', lessonId: 7 }
    await db().knex.transaction(async (trx) => {
      await emit(trx, event)
      await sleep(100)
      expect(heard).not.toContainEqual(event)
    })
    expect(await everythingHeard()).toEqual([event])
    heard = []
    await db()
      .knex.transaction(async (trx) => {
        await emit(trx, event)
        throw new Error('rolled back')
      })
      .catch(() => {})
    expect(await everythingHeard()).toEqual([])
  })
})

test('a listener that throws does not keep the others from hearing, and one that left hears nothing', async () => {
  const [calls, gone]: [number[], number[]] = [[], []]
  const leave = elsewhere.events.on(() => gone.push(1))
  const removeThrowing = elsewhere.events.on(() => {
    throw new Error('on purpose')
  })
  const removeCounting = elsewhere.events.on(() => calls.push(1))
  leave()
  await everythingHeard()
  expect([calls, gone]).toEqual([[1], []])
  removeThrowing()
  removeCounting()
})

test('a lost connection comes back, says so, and hears again', async () => {
  let reconnects = 0
  elsewhere.events.onReconnect(() => reconnects++)
  await db().knex.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'anawim events' AND datname = current_database()`,
  )
  await vi.waitFor(() => expect(reconnects).toBe(1), { timeout: 5_000, interval: 10 })
  await person(db(), 'student')
  expect(await everythingHeard()).toHaveLength(1)
})
