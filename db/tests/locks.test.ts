import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase()
})
afterAll(() => harness.close())

const hold = (onLost = () => {}) => harness.db.locks.holdCollabLock(onLost)

async function held(onLost?: () => void) {
  const lock = await hold(onLost)
  if (lock === 'taken') throw new Error('the lock is taken')
  return lock
}

test('one at a time; the next when it was released, which is not a loss', async () => {
  let losses = 0
  const first = await held(() => losses++)
  expect(await hold()).toBe('taken')
  await first.release()
  const second = await held()
  await second.release()
  expect(losses).toBe(0)
})

test('another database has a lock of its own', async () => {
  const other = await testDatabase()
  const [here, there] = [await held(), await other.db.locks.holdCollabLock(() => {})]
  expect(there).not.toBe('taken')
  await here.release()
  if (there !== 'taken') await there.release()
  await other.close()
})

test('who loses its connection is told once, and another can have the lock', async () => {
  let losses = 0
  await held(() => losses++)
  await harness.db.knex.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'anawim collab lock' AND datname = current_database()`,
  )
  await vi.waitFor(() => expect(losses).toBe(1), { timeout: 5_000, interval: 10 })
  const next = await held()
  await next.release()
  expect(losses).toBe(1)
})
