import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { person } from './people.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase({ refreshTokenDays: 2 })
})
afterAll(() => harness.close())
const db = () => harness.db

async function rotate(token: string, graceSeconds = 30) {
  const next = await db().sessions.rotate(token, { graceSeconds })
  if (next === 'invalid') throw new Error('the token is not valid')
  return next
}

test('a token is exchanged for the next one, which lives as long anew', async () => {
  const { id } = await person(db(), 'teacher')
  const first = await db().sessions.start(id)
  const days = (first.expiresAt.getTime() - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(2, 2)
  const second = await rotate(first.token)
  expect(second.userId).toBe(id)
  expect(second.token).not.toBe(first.token)
  expect((await rotate(second.token)).token).not.toBe(second.token)
})

test('two tabs that exchange the same token at once get the same next one, and both stay logged in', async () => {
  const { token } = await db().sessions.start((await person(db(), 'teacher')).id)
  const nexts = await Promise.all(Array.from({ length: 5 }, () => rotate(token)))
  expect(new Set(nexts.map((next) => next.token)).size).toBe(1)
  await rotate(nexts[0]?.token ?? '')
})

test('the previous token after its grace ends the family: the newest is not valid any more either', async () => {
  const { token } = await db().sessions.start((await person(db(), 'teacher')).id)
  const second = await rotate(token)
  await sleep(1_100)
  expect(await db().sessions.rotate(token, { graceSeconds: 1 })).toBe('invalid')
  expect(await db().sessions.rotate(second.token, { graceSeconds: 1 })).toBe('invalid')
})

test('one older than the previous ends the family at once', async () => {
  const { token } = await db().sessions.start((await person(db(), 'teacher')).id)
  const third = await rotate((await rotate(token)).token)
  expect(await db().sessions.rotate(token, { graceSeconds: 30 })).toBe('invalid')
  expect(await db().sessions.rotate(third.token, { graceSeconds: 30 })).toBe('invalid')
})

test('other families of the same person go on', async () => {
  const { id } = await person(db(), 'teacher')
  const [stolen, own] = [await db().sessions.start(id), await db().sessions.start(id)]
  await db().sessions.end(stolen.token)
  expect(await db().sessions.rotate(stolen.token, { graceSeconds: 30 })).toBe('invalid')
  await rotate(own.token)
  await db().sessions.endAll(id)
  expect(await db().sessions.rotate(own.token, { graceSeconds: 30 })).toBe('invalid')
})

test('a token that ended, or that we did not sign, is not valid, and ends nothing', async () => {
  const { token } = await db().sessions.start((await person(db(), 'teacher')).id)
  const [session = '', , mac = ''] = token.split('.')
  for (const forged of ['', 'a.b.c', `${session}.1.${mac}`, `${session}.0.${mac.slice(0, -2)}AA`, `${token}x`]) {
    expect([forged, await db().sessions.rotate(forged, { graceSeconds: 30 })]).toEqual([forged, 'invalid'])
  }
  const next = await rotate(token)
  await db()
    .knex('sessions')
    .where({ id: session })
    .update({ expires_at: new Date(Date.now() - 1_000) })
  expect(await db().sessions.rotate(next.token, { graceSeconds: 30 })).toBe('invalid')
})
