import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readerVersion } from '@anawim/db'
import { applyChanges, forReaders } from '@anawim/lesson'
import { addPage, deleteElements, moveElements } from '@anawim/lesson/doc'
import { connectEditor } from './support/connect-editor.ts'
import { connectViewer, shown, type Viewer } from './support/connect-viewer.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { school, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => {
  at = await school()
  people = await makePeople(at.db)
  lessonId = (await makeLesson(at.db, people.alice)).id
  await at.db.lessons.publish(lessonId, { isPublic: true })
})
afterEach(() => at.close())

describe('a viewer', () => {
  test('sees every change as the editors have it', async () => {
    const server = await at.start()
    const alice = await connectEditor(server, people.alice, lessonId)
    const dave = await connectViewer(server, people.dave)
    const answer = await dave.watch(lessonId)
    alice.draw('a')
    alice.draw('b')
    addPage(alice.document)
    await new Promise((resolve) => setTimeout(resolve, 150))
    moveElements(alice.document, [{ id: 'a', box: { x: 300, y: 1, width: 5, height: 5, rotation: 45 } }])
    await new Promise((resolve) => setTimeout(resolve, 150))
    deleteElements(alice.document, ['b'])
    const content = () => forReaders(alice.content())
    const version = () => readerVersion({ title: 'Maps', content: content() })
    await until('the last version came', () => dave.patches.at(-1)?.to === version())
    expect(shown(answer, dave.patches)).toEqual({ title: 'Maps', content: content(), version: version() })
    expect(dave.events[0]).toBe('answer')
    alice.leave()
    dave.leave()
  })

  test('gets at most ten patches a second', async () => {
    const server = await at.start()
    const alice = await connectEditor(server, people.alice, lessonId)
    const dave = await connectViewer(server, people.dave)
    await dave.watch(lessonId)
    alice.draw('a')
    for (let x = 0; x < 100; x++) {
      moveElements(alice.document, [{ id: 'a', box: { x, y: 1, width: 5, height: 5, rotation: 0 } }])
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    expect(dave.patches.length).toBeGreaterThan(2)
    expect(dave.patches.length).toBeLessThanOrEqual(14)
    alice.leave()
    dave.leave()
  })

  test('who comes back with a version gets only what happened since', async () => {
    const server = await at.start()
    const alice = await connectEditor(server, people.alice, lessonId)
    const dave = await connectViewer(server, people.dave)
    const first = await dave.watch(lessonId)
    dave.socket.emit('lesson:unwatch', { lessonId })
    alice.draw('a')
    await alice.whenSaved()
    const again = await dave.watch(lessonId, shown(first, []).version)
    if (!again.ok || !('changes' in again)) throw new Error('no changes were given')
    const view = applyChanges(shown(first, []), again.changes)
    expect(view.content).toEqual(forReaders(alice.content()))
    expect(dave.patches).toEqual([])
    expect(await dave.watch(lessonId, 'unknown')).toHaveProperty('content')
    alice.leave()
    dave.leave()
  })

  test('who read the lesson over HTTP when nobody watched goes on from that version', async () => {
    const server = await at.start({ config: { projectionMs: 60_000, projectionMaxMs: 60_000 } })
    const stored = await at.db.lessons.withContent(lessonId)
    const view = { title: 'Maps', content: forReaders(stored?.content ?? { version: 1, pages: [] }) }
    const alice = await connectEditor(server, people.alice, lessonId)
    alice.draw('a')
    await alice.whenSaved()
    for (const name of ['dave', 'erin'] as const) {
      const viewer = await connectViewer(server, people[name])
      const answer = await viewer.watch(lessonId, readerVersion(view))
      if (!answer.ok || !('changes' in answer)) throw new Error('no changes were given')
      expect(applyChanges(view, answer.changes).content).toEqual(forReaders(alice.content()))
      viewer.leave()
    }
    alice.leave()
  })

  test('sees a new title, with and without an editor', async () => {
    const server = await at.start()
    const dave = await connectViewer(server, people.dave)
    const answer = await dave.watch(lessonId)
    await at.db.lessons.update(lessonId, { title: 'Atlas' })
    await until('the title came', () => dave.patches.length === 1)
    expect(dave.patches[0]?.changes).toEqual([{ op: 'lesson', title: 'Atlas' }])
    const alice = await connectEditor(server, people.alice, lessonId)
    await at.db.lessons.update(lessonId, { title: 'Globe' })
    await until('the second title came', () => shown(answer, dave.patches).title === 'Globe')
    alice.leave()
    dave.leave()
  })

  test('may watch ten lessons, and is told when it is too much or makes no sense', async () => {
    const server = await at.start()
    const dave = await connectViewer(server, people.alice)
    for (let count = 0; count < 10; count++) {
      expect((await dave.watch((await makeLesson(at.db, people.alice)).id)).ok).toBe(true)
    }
    expect(await dave.watch(lessonId)).toMatchObject({ ok: false, error: { code: 'too_many_lessons' } })
    for (const request of [null, 'x', {}, { lessonId: 'x' }, { lessonId: -1 }, { lessonId, version: 7 }]) {
      const answer: unknown = await dave.bare.emitWithAck('lesson:watch', request)
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    }
    dave.bare.emit('lesson:watch')
    dave.bare.emit('lesson:unwatch', null)
    dave.bare.emit('auth:renew')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(dave.socket.connected).toBe(true)
    dave.leave()
  })
})

describe('lists', () => {
  let all: Record<keyof People, Viewer>
  const told = () => Object.entries(all).flatMap(([name, viewer]) => (viewer.listsChanged.length > 0 ? [name] : []))

  /** Tells who was told of that change, and of nothing else. */
  async function toldBy(change: () => Promise<unknown>): Promise<string[]> {
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const viewer of Object.values(all)) viewer.listsChanged.length = 0
    await change()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return told()
  }

  test('move for exactly those who may see the lesson, or could before', async () => {
    const server = await at.start()
    const names = Object.keys(people) as (keyof People)[]
    const viewers = await Promise.all(
      names.map(async (name) => [name, await connectViewer(server, people[name])] as const),
    )
    all = Object.fromEntries(viewers) as Record<keyof People, Viewer>
    let id = 0
    expect(await toldBy(async () => (id = (await makeLesson(at.db, people.alice)).id))).toEqual(['alice', 'root'])
    expect(await toldBy(() => at.db.lessons.update(id, { title: 'New' }))).toEqual(['alice', 'root'])
    expect(await toldBy(() => at.db.members.put(id, people.bob.id, 'viewer'))).toEqual(['alice', 'bob', 'root'])
    // A student hears nothing of a draft, not that it is shared with them either.
    expect(await toldBy(() => at.db.members.put(id, people.dave.id, 'viewer'))).toEqual(['alice', 'bob', 'root'])
    expect(await toldBy(() => at.db.lessons.publish(id, { isPublic: false }))).toEqual(['alice', 'bob', 'dave', 'root'])
    expect(await toldBy(() => at.db.lessons.publish(id, { isPublic: true }))).toEqual(names)
    expect(await toldBy(() => at.db.lessons.publish(id, { isPublic: false }))).toEqual(names)
    expect(await toldBy(() => at.db.members.remove(id, people.dave.id))).toEqual(['alice', 'bob', 'dave', 'root'])
    expect(await toldBy(() => at.db.lessons.trash(id))).toEqual(['alice', 'bob', 'root'])
    expect(await toldBy(() => at.db.lessons.restore(id))).toEqual(['alice', 'bob', 'root'])
    expect(await toldBy(() => at.db.lessons.unpublish(id))).toEqual(['alice', 'bob', 'root'])
    for (const viewer of Object.values(all)) viewer.leave()
  })

  test('are told of edits now and then, and one is told of changes to the own account', async () => {
    const server = await at.start({ config: { projectionMs: 50, projectionMaxMs: 100, listsMs: 1_000 } })
    const editor = await connectEditor(server, people.alice, lessonId)
    const dave = await connectViewer(server, people.dave)
    const notices: unknown[] = []
    dave.socket.on('lessons:changed', (notice) => notices.push(notice))
    for (let count = 0; count < 10; count++) {
      editor.draw(`e${count}`)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    await until('the last notice came', () => dave.listsChanged.length >= 2)
    expect(dave.listsChanged.length).toBeLessThanOrEqual(4)
    // Who has it open need not ask for its row.
    expect(notices).toEqual(notices.map(() => ({ lessonId, canvas: true })))
    notices.length = 0
    await at.db.lessons.update(lessonId, { title: 'Renamed' })
    await until('of another title too', () => notices.length > 0)
    expect(notices[0]).toEqual({ lessonId })
    await at.db.users.update(people.dave.id, { fullName: 'Dave' })
    await until('dave is told', () => dave.accountChanges() === 1)
    expect(dave.socket.connected).toBe(true)
    editor.leave()
    dave.leave()
  })
})
