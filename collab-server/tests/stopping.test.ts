/** A stopping server, as a process of its own: it ends in time whatever PostgreSQL does, and loses nothing shown as saved. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './fuzz/world.ts'
import { connectEditor } from './support/connect-editor.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { until } from './support/until.ts'

let world: World
let people: People
beforeAll(async () => {
  world = await openWorld({
    COLLAB_SHUTDOWN_MS: '3000',
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

test('with 50 open lessons it writes all of them, and ends within 10 s', { timeout: 60_000 }, async () => {
  const open = await openLessons(50)
  for (const { editor } of open) editor.draw('a')
  await Promise.all(open.map(({ editor }) => editor.whenSaved()))
  expect(await world.stopServer()).toBeLessThan(10_000)
  for (const { id, editor } of open) {
    expect(JSON.stringify((await world.db.lessons.withContent(id))?.content)).toContain('"a"')
    editor.leave()
  }
  await world.startServer()
})

test.each(['cut', 'stall'] as const)(
  'with 50 open lessons and PostgreSQL away (%s) it ends 4 s after its time at the latest, and says nothing false',
  { timeout: 60_000 },
  async (how) => {
    const open = await openLessons(50)
    await Promise.all(open.map(({ editor }) => editor.whenSaved()))
    const away = how === 'cut' ? world.cutDatabase(9_000) : world.stallDatabase(9_000)
    for (const { editor } of open) editor.draw('a')
    await until('the others are told', () =>
      open.every(({ editor }) => editor.messages.some(({ type }) => type === 'retrying')),
    )
    // Somebody who does not log in must not keep it, either.
    const stranger = new WebSocket(`ws://${world.host}/collab`)
    await new Promise((resolve) => stranger.addEventListener('open', resolve))
    expect(await world.stopServer()).toBeLessThan(7_000)
    expect(open.filter(({ editor }) => editor.isSaved())).toEqual([])
    for (const { editor } of open) editor.leave()
    await away
    await world.startServer()
  },
)
