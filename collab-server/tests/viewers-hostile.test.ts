import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forReaders } from '@anawim/lesson'
import { connectEditor } from './support/connect-editor.ts'
import { connectViewer, shown } from './support/connect-viewer.ts'
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

describe('a page that asks without end', () => {
  test('waits its turn, is refused what is too much, and keeps nobody else waiting', async () => {
    const server = await at.start()
    const dave = await connectViewer(server, people.dave)
    const answers = Array.from({ length: 2_000 }, () => dave.watch(lessonId))
    const refused = await Promise.race(answers.slice(500))
    expect(refused).toMatchObject({ ok: false, error: { code: 'too_many_requests' } })
    const startedAt = performance.now()
    await Promise.all(Array.from({ length: 5 }, () => server.db.lessons.facts(lessonId)))
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(await answers[0]).toHaveProperty('content')
    dave.leave()
  })

  test('is answered in order: who unwatches right after watching watches nothing', async () => {
    const server = await at.start()
    const dave = await connectViewer(server, people.dave)
    const answer = dave.watch(lessonId)
    expect(await dave.bare.emitWithAck('lesson:unwatch', { lessonId })).toEqual({ ok: true })
    expect(await answer).toMatchObject({ ok: true })
    await at.db.lessons.update(lessonId, { title: 'Rivers' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(dave.patches).toEqual([])
    dave.leave()
  })

  test('has its ten lessons back when the database could not be asked', async () => {
    const server = await at.start({ config: { lessonsPerViewerSocket: 1 } })
    const dave = await connectViewer(server, people.dave)
    const other = await makeLesson(at.db, people.alice)
    await at.db.lessons.publish(other.id, { isPublic: true })
    const { facts } = server.db.lessons
    server.db.lessons.facts = () => Promise.reject(new Error('away'))
    expect(await dave.watch(lessonId)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    server.db.lessons.facts = facts
    expect(await dave.watch(other.id)).toMatchObject({ ok: true })
    dave.leave()
  })
})

describe('who begins to watch while somebody edits', () => {
  test('misses nothing that happens between the question and the answer', async () => {
    const server = await at.start({ config: { projectionMs: 60_000, projectionMaxMs: 60_000 } })
    const alice = await connectEditor(server, people.alice, lessonId)
    const dave = await connectViewer(server, people.dave)
    alice.draw('a')
    await alice.whenSaved()
    const { withJson } = server.db.lessons
    let asked = 0
    server.db.lessons.withJson = async (id) => {
      const row = await withJson(id)
      if (++asked === 1) {
        alice.draw('b')
        await alice.whenSaved()
      }
      return row
    }
    const answer = await dave.watch(lessonId, 'unknown')
    expect(asked).toBe(1)
    await until('the edit came', () =>
      isDeepStrictEqual(shown(answer, dave.patches).content, forReaders(alice.content())),
    )
    alice.leave()
    dave.leave()
  })

  test('gets no patch before the answer, who watched before neither', async () => {
    const server = await at.start({ config: { patchMs: 1 } })
    const alice = await connectEditor(server, people.alice, lessonId)
    const dave = await connectViewer(server, people.dave)
    await dave.watch(lessonId)
    const { facts } = server.db.lessons
    server.db.lessons.facts = async (id) => {
      alice.draw('late')
      await alice.whenSaved()
      await new Promise((resolve) => setTimeout(resolve, 100))
      return facts(id)
    }
    dave.events.length = 0
    const again = await dave.watch(lessonId)
    expect(dave.events[0]).toBe('answer')
    expect(shown(again, []).content).toEqual(forReaders(alice.content()))
    alice.leave()
    dave.leave()
  })
})

describe('a draft', () => {
  test('is nothing that a student hears of, added to it or taken off it', async () => {
    const server = await at.start()
    const draft = await makeLesson(at.db, people.alice)
    const dave = await connectViewer(server, people.dave)
    const bob = await connectViewer(server, people.bob)
    await at.db.members.put(draft.id, people.dave.id, 'viewer')
    await at.db.members.put(draft.id, people.bob.id, 'viewer')
    await until('a teacher heard of it', () => bob.listsChanged.includes(draft.id))
    await at.db.members.remove(draft.id, people.dave.id)
    await at.db.members.remove(draft.id, people.bob.id)
    await until('a teacher heard of both', () => bob.listsChanged.length >= 2)
    expect(dave.listsChanged).toEqual([])
    dave.leave()
    bob.leave()
  })
})
