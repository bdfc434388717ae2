import { afterEach, expect, test } from 'vitest'
import { createWorkThread, type WorkThread } from '../src/threads/work-thread.ts'
import type { SomeTasks } from './some-work.ts'

let thread: WorkThread<SomeTasks>
const begin = (idleMs?: number) => {
  thread = createWorkThread<SomeTasks>('test', new URL('./some-work.ts', import.meta.url), idleMs)
}
afterEach(() => thread.close())

test('each gets the answer to what they asked, and what throws is told to who asked for it', async () => {
  begin()
  const told = await Promise.allSettled([
    thread.run('fail', 'too hard'),
    thread.run('double', 1),
    thread.run('double', 2),
  ])
  expect(told).toMatchObject([
    { reason: expect.objectContaining({ message: expect.stringContaining('the test thread: too hard') }) },
    { value: 2 },
    { value: 4 },
  ])
})

test('who waits for a thread that dies is told, and the next work finds another one', async () => {
  begin()
  const lost = [thread.run('die', null), thread.run('double', 2)]
  expect((await Promise.allSettled(lost)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await thread.run('double', 3)).toBe(6)
})

test('the thread ends when nobody has asked for a while, and not before', async () => {
  begin(200)
  const first = await thread.run('which', null)
  expect(await thread.run('which', null)).toBe(first)
  await expect.poll(() => thread.run('which', null), { interval: 400 }).not.toBe(first)
})
