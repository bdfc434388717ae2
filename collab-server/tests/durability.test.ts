import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '@anawim/lesson'
import { readContent } from '@anawim/lesson/doc'
import { AlreadyServedError } from '../src/index.ts'
import { connectEditor } from './support/connect-editor.ts'
import { proxyDatabase } from './support/database-proxy.ts'
import { openLesson } from './support/open-lesson.ts'
import { makeLesson, type People } from './support/people.ts'
import type { School } from './support/start-collab.ts'
import { documentOf } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

async function stored() {
  const log = await at.db.updates.load(lessonId)
  return { rows: log?.updates.length ?? 0, content: readContent(documentOf(log)) }
}

describe('the log', () => {
  test('is merged into the snapshot when the last editor has left', async () => {
    const server = await at.start()
    const alice = await connectEditor(server, people.alice, lessonId)
    for (let count = 0; count < 20; count++) alice.draw(`e${count}`)
    await alice.whenSaved()
    const content = alice.content()
    alice.leave()
    await until('the rows are merged', async () => (await stored()).rows === 0)
    expect((await stored()).content).toEqual(content)
    expect((await at.db.lessons.withContent(lessonId))?.content).toEqual(content)
  })

  test('is merged while it grows, with exactly the rows that the snapshot holds', async () => {
    const server = await at.start({ config: { compactRows: 10 } })
    const alice = await connectEditor(server, people.alice, lessonId)
    for (let count = 0; count < 60; count++) {
      alice.draw(`e${count}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await alice.whenSaved()
    await until('few rows are left', async () => (await stored()).rows <= 12)
    expect((await stored()).content).toEqual(alice.content())
    alice.leave()
  })

  test('of a lesson that is no more holds up nobody', async () => {
    const server = await at.start()
    const other = (await makeLesson(at.db, people.alice)).id
    const alice = await connectEditor(server, people.alice, lessonId)
    const bob = await connectEditor(server, people.alice, other)
    await at.db.knex('lessons').where({ id: other }).delete()
    bob.draw('b')
    alice.draw('a')
    await alice.whenSaved()
    await bob.whenClosed()
    expect(bob.closes).toEqual([closeCodes.gone])
    expect(bob.isSaved()).toBe(false)
    alice.leave()
    bob.leave()
  })

  test('keeps what was edited when the last editor left while Postgres was away', async () => {
    const proxy = await proxyDatabase(at.database.url)
    at.whenOver(() => proxy.close())
    const server = await at.start({ url: proxy.url })
    const alice = await connectEditor(server, people.alice, lessonId)
    await alice.whenSaved()
    proxy.cut()
    alice.draw('a')
    await until('alice is told', () => alice.messages.some(({ type }) => type === 'retrying'))
    alice.leave()
    await new Promise((resolve) => setTimeout(resolve, 500))
    proxy.resume()
    await until('it is in the log', async () => JSON.stringify((await stored()).content).includes('"a"'))
    await until('and in the JSON', async () =>
      JSON.stringify((await at.db.lessons.withContent(lessonId))?.content).includes('"a"'),
    )
    expect((await stored()).content.pages[0]?.elements).toHaveLength(1)
  })
})

test('a lesson that cannot be loaded in time sends away all who wait for it, to come again', async () => {
  const server = await at.start({ config: { loadMs: 1 } })
  const editors = await Promise.all(
    Array.from({ length: 3 }, () => connectEditor(server, people.alice, lessonId, { isAwaited: false })),
  )
  for (const editor of editors) await editor.whenClosed()
  expect(editors.map(({ closes }) => closes)).toEqual([[4503], [4503], [4503]])
  for (const editor of editors) editor.leave()
})

describe('a server that stops', () => {
  test('commits what it holds, and writes the JSON', async () => {
    const server = await at.start({ config: { projectionMs: 60_000, projectionMaxMs: 60_000 } })
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await makeLesson(at.db, people.alice)).id))
    const editors = await Promise.all(ids.map((id) => connectEditor(server, people.alice, id)))
    for (const editor of editors) editor.draw('a')
    await Promise.all(editors.map((editor) => editor.whenSaved()))
    const startedAt = Date.now()
    await server.stop()
    expect(Date.now() - startedAt).toBeLessThan(5_000)
    for (const id of ids) expect(JSON.stringify((await at.db.lessons.withContent(id))?.content)).toContain('"a"')
    for (const editor of editors) {
      expect(editor.closes).toEqual([closeCodes.tryLater])
      editor.leave()
    }
  })

  test('stops in time with Postgres away', async () => {
    const proxy = await proxyDatabase(at.database.url)
    at.whenOver(() => proxy.close())
    const server = await at.start({ url: proxy.url, config: { shutdownMs: 1_000 } })
    const alice = await connectEditor(server, people.alice, lessonId)
    await alice.whenSaved()
    proxy.cut()
    alice.draw('a')
    await until('alice is told', () => alice.messages.some(({ type }) => type === 'retrying'))
    const startedAt = Date.now()
    await server.collab.close()
    expect(Date.now() - startedAt).toBeGreaterThan(900)
    expect(Date.now() - startedAt).toBeLessThan(3_000)
    expect(alice.isSaved()).toBe(false)
    alice.leave()
    proxy.resume()
  })
})

describe('one collab server serves a database', () => {
  test('a second waits, and gives up with a clear message', async () => {
    await at.start()
    await expect(at.start({ config: { lockWaitMs: 300 } })).rejects.toThrow(AlreadyServedError)
  })

  test('a second takes over when the first leaves', async () => {
    const first = await at.start()
    const second = at.start({ config: { lockWaitMs: 5_000 } })
    await first.stop()
    expect((await second).collab.isReady()).toBe(true)
  })

  test('who loses the lock to another closes its editors, and is right again when it has it back', async () => {
    const proxy = await proxyDatabase(at.database.url)
    at.whenOver(() => proxy.close())
    const first = await at.start({ url: proxy.url })
    const alice = await connectEditor(first, people.alice, lessonId)
    alice.draw('a')
    await alice.whenSaved()
    proxy.cut()
    const second = await at.start({ config: { lockWaitMs: 5_000 } })
    const root = await connectEditor(second, people.root, lessonId)
    root.draw('b')
    await root.whenSaved()
    proxy.resume()
    await alice.whenClosed(5_000)
    expect(alice.closes).toEqual([closeCodes.tryLater])
    expect(first.collab.isReady()).toBe(false)
    await second.stop()
    await until('the first is ready again', () => first.collab.isReady())
    const again = await connectEditor(first, people.alice, lessonId, { document: alice.document })
    expect(again.ids().toSorted()).toEqual(['a', 'b'])
    again.draw('c')
    await again.whenSaved()
    expect((await stored()).content.pages[0]?.elements).toHaveLength(3)
    for (const editor of [alice, root, again]) editor.leave()
  })
})
