import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LessonClient } from '../src/index.ts'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { lesson, person } from './people.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase()
})
afterAll(() => harness.close())
const db = () => harness.db

async function aliceAndBob() {
  const [alice, bob] = [await person(db(), 'teacher'), await person(db(), 'teacher')]
  return { alice, bob, lessonId: (await lesson(db(), alice)).id }
}

/** What is stored of a lesson's ids, without when. */
async function loaded(lessonId: number): Promise<LessonClient[]> {
  const stored = await db().clients.load(lessonId)
  return stored.map(({ notedAt, ...client }) => {
    expect(notedAt.getTime()).toBeLessThanOrEqual(Date.now())
    return client
  })
}

test('an id stays its owner’s, and what was brought by somebody else is remembered until it is confirmed', async () => {
  const { alice, bob, lessonId } = await aliceAndBob()
  const alices = { clientId: 4_294_967_295, userId: alice.id, carrierId: null, unconfirmedFrom: null }
  await db().clients.put(lessonId, [alices])
  await db().clients.put(lessonId, [{ ...alices, userId: bob.id }])
  expect(await loaded(lessonId)).toEqual([alices])
  await db().clients.put(lessonId, [{ ...alices, userId: null, carrierId: bob.id, unconfirmedFrom: 7 }])
  expect(await loaded(lessonId)).toEqual([{ ...alices, carrierId: bob.id, unconfirmedFrom: 7 }])
  await db().clients.put(lessonId, [alices])
  expect(await loaded(lessonId)).toEqual([alices])
})

test('it is written with the update that makes it known, or not at all', async () => {
  const { alice, lessonId } = await aliceAndBob()
  const client = { clientId: 5, userId: alice.id, carrierId: null, unconfirmedFrom: null }
  const row = { lessonId, update: new Uint8Array([1]), authorId: alice.id }
  await expect(
    db().updates.append([
      { ...row, clients: [client] },
      { ...row, authorId: -1 },
    ]),
  ).rejects.toThrow()
  expect(await loaded(lessonId)).toEqual([])
  await db().updates.append([
    { ...row, clients: [{ ...client, userId: null, carrierId: alice.id, unconfirmedFrom: 0 }] },
    { ...row, clients: [client] },
  ])
  expect(await loaded(lessonId)).toEqual([client])
})

test('the same ids, written at once in any order, do not wait for each other in a circle', async () => {
  const { alice, lessonId } = await aliceAndBob()
  const clients = Array.from({ length: 300 }, (_, index) => {
    return { clientId: index + 1, userId: alice.id, carrierId: null, unconfirmedFrom: null }
  })
  const row = { lessonId, update: new Uint8Array([1]), authorId: alice.id }
  // PostgreSQL would end one of such a circle: deadlock detected.
  for (let round = 0; round < 10; round++) {
    await Promise.all([
      db().clients.put(lessonId, clients),
      db().clients.put(lessonId, clients.toReversed()),
      db().updates.append([{ ...row, clients: clients.toReversed() }]),
    ])
  }
  expect(await loaded(lessonId)).toHaveLength(300)
})

test('of a person who is no more nothing is written, and the rest is', async () => {
  const { alice, lessonId } = await aliceAndBob()
  const client = { clientId: 5, userId: alice.id, carrierId: null, unconfirmedFrom: null }
  await db().clients.put(lessonId, [client, { ...client, clientId: 6, userId: 999_999, carrierId: 999_999 }])
  expect(await loaded(lessonId)).toEqual([client])
})

test('quarantine keeps the newest of each lesson, and the bytes of those that are not too long', async () => {
  const { alice, lessonId } = await aliceAndBob()
  const other = (await lesson(db(), alice)).id
  const keep = (id: number, length: number) =>
    db().quarantine.keep(
      { lessonId: id, userId: alice.id, code: 'malformed', update: new Uint8Array(length).fill(7) },
      { rows: 3, bytes: 4 },
    )
  await keep(other, 1)
  for (const length of [1, 2, 3, 4, 5]) await keep(lessonId, length)
  const rows = await db().quarantine.list(lessonId)
  expect(rows.map(({ size }) => size)).toEqual([5, 4, 3])
  expect(rows.map(({ update }) => update && [...update])).toEqual([null, [7, 7, 7, 7], [7, 7, 7]])
  expect(rows[0]).toMatchObject({ userId: alice.id, code: 'malformed' })
  expect(await db().quarantine.list(other)).toHaveLength(1)
})

test('in quarantine, what one person sends pushes out nothing of another kind', async () => {
  const { alice, lessonId } = await aliceAndBob()
  const keep = (code: string) =>
    db().quarantine.keep({ lessonId, userId: alice.id, code, update: new Uint8Array([7]) }, { rows: 2, bytes: 4 })
  await keep('carried_deleted')
  for (let count = 0; count < 5; count++) await keep('malformed')
  const codes = (await db().quarantine.list(lessonId)).map(({ code }) => code)
  expect(codes).toEqual(['malformed', 'malformed', 'carried_deleted'])
})

test('quarantine keeps what somebody sent who is no more', async () => {
  const { lessonId } = await aliceAndBob()
  const update = new Uint8Array([7])
  await db().quarantine.keep({ lessonId, userId: 999_999, code: 'malformed', update }, { rows: 3, bytes: 4 })
  expect(await db().quarantine.list(lessonId)).toMatchObject([{ userId: null, code: 'malformed', size: 1 }])
})
