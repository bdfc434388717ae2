/** A stopping server, as a process of its own: it ends in time whatever PostgreSQL does, and loses nothing shown as saved. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { report } from '../../scripts/testing/report.ts'
import { loadStored } from './fuzz/ledger.ts'
import { openWorld, type World } from './fuzz/world.ts'
import { connectEditor, elementIds } from './support/connect-editor.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { until } from './support/until.ts'

const trials = Number(process.env['ANAWIM_STOPS'] ?? 1)

let world: World
let people: People
beforeAll(async () => {
  world = await openWorld({
    COLLAB_SHUTDOWN_MS: '1500',
    COLLAB_PROJECTION_MS: '60000',
    COLLAB_PROJECTION_MAX_MS: '60000',
  })
  people = await makePeople(world.db)
})
afterAll(() => world.close())

async function openLessons(count: number) {
  const lessons = await Promise.all(Array.from({ length: count }, () => makeLesson(world.db, people.alice)))
  return Promise.all(lessons.map(async ({ id }) => ({ id, editor: await connectEditor(world, people.alice, id) })))
}

const patience = { timeout: 60_000 + trials * 40_000 }

test('with 50 open lessons it writes all of them, and ends within 10 s', patience, async () => {
  const times: number[] = []
  const failures: string[] = []
  for (let count = 0; count < trials; count++) {
    const open = await openLessons(50)
    for (const { editor } of open) editor.draw('a')
    await Promise.all(open.map(({ editor }) => editor.whenSaved()))
    times.push(await world.stopServer())
    for (const { id, editor } of open) {
      const stored = await world.db.lessons.withContent(id)
      if (!JSON.stringify(stored?.content).includes('"a"')) failures.push(`lesson ${id} is not written`)
      editor.leave()
    }
    await world.startServer()
  }
  report({ what: 'SIGTERM with 50 open lessons: ms until it has ended', trials, failures: failures.length, times })
  expect(failures).toEqual([])
  expect(Math.max(...times)).toBeLessThan(10_000)
})

test.each(['cut', 'stall'] as const)(
  'with 50 open lessons and PostgreSQL away (%s) it ends 4 s after its time at the latest, and says nothing false',
  patience,
  async (how) => {
    const times: number[] = []
    const failures: string[] = []
    for (let count = 0; count < trials; count++) times.push(await stopWithoutDatabase(how, failures))
    const what = `SIGTERM with 50 open lessons and PostgreSQL away (${how}): ms until it has ended, of 1,500 that it may try`
    report({ what, trials, failures: failures.length, times })
    expect(failures).toEqual([])
    expect(Math.max(...times)).toBeLessThan(5_500)
  },
)

async function stopWithoutDatabase(how: 'cut' | 'stall', failures: string[]): Promise<number> {
  const open = await openLessons(50)
  for (const { editor } of open) editor.draw('kept')
  await Promise.all(open.map(({ editor }) => editor.whenSaved()))
  const over = Promise.withResolvers<void>()
  const away = world.awayUntil(how, over.promise)
  for (const { editor } of open) editor.draw('a')
  await until('the others are told', () =>
    open.every(({ editor }) => editor.messages.some(({ type }) => type === 'retrying')),
  )
  // Somebody who does not log in must not keep it, either.
  const stranger = new WebSocket(`ws://${world.host}/collab`)
  await new Promise((resolve) => stranger.addEventListener('open', resolve))
  const took = await world.stopServer()
  for (const { id, editor } of open) {
    if (editor.isSaved()) failures.push(`lesson ${id} is shown as saved`)
    editor.leave()
  }
  over.resolve()
  await away
  await world.startServer()
  for (const { id } of open) {
    if (!elementIds(await loadStored(world, id)).includes('kept')) failures.push(`lesson ${id} lost what was saved`)
  }
  return took
}
