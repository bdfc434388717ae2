/** Who edits and who watches what, as admins see it at the moment in which it happens; nobody else learns of it. */
import type { Activity, ActivityAnswer } from '@anawim/lesson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectEditor } from './support/connect-editor.ts'
import { connectViewer, type Viewer } from './support/connect-viewer.ts'
import { makeLesson, makePeople, type People, type PersonName } from './support/people.ts'
import { school, type RunningCollab, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let server: RunningCollab
beforeAll(async () => {
  at = await school()
  people = await makePeople(at.db)
  server = await at.start({ config: { activityMs: 50 } })
})
afterAll(() => at.close())

const ask = (viewer: Viewer) => viewer.bare.emitWithAck('activity:watch', {}) as Promise<ActivityAnswer>

/** Looks on; the newest that it was told. */
async function look(viewer: Viewer): Promise<() => Activity> {
  const answer = await ask(viewer)
  if (!answer.ok) throw new Error(answer.error.code)
  let newest = answer.activity
  viewer.socket.on('activity', (activity) => (newest = activity))
  return () => newest
}

test('an admin sees editors, readers by name and guests by number come and go, each person once', async () => {
  const { id } = await makeLesson(at.db, people.alice)
  await at.db.lessons.publish(id, { isPublic: true })
  const root = await connectViewer(server, people.root)
  const seen = await look(root)
  expect(seen()).toEqual({ lessons: [], lessonCount: 0 })

  const link = await at.db.links.create({ lessonId: id, createdBy: people.alice.id, days: 1, withCode: false })
  if (link === 'too_many') throw new Error('too many links')
  const guest = await connectViewer(server, people.alice, (await at.db.tokens.signLink(link.link)).token)
  const windows = [await connectViewer(server, people.dave), await connectViewer(server, people.dave)]
  for (const viewer of [guest, ...windows]) await viewer.watch(id)
  const editor = await connectEditor(server, people.alice, id)
  const alice = { id: people.alice.id, full_name: people.alice.fullName }
  const dave = { id: people.dave.id, full_name: people.dave.fullName }
  const all = { lessonId: id, title: 'Maps', editors: [alice], editorCount: 1, viewers: [dave], viewerCount: 2 }
  await expect.poll(seen).toEqual({ lessons: [all], lessonCount: 1 })

  for (const viewer of [guest, ...windows]) viewer.leave()
  await expect.poll(seen).toEqual({ lessons: [{ ...all, viewers: [], viewerCount: 0 }], lessonCount: 1 })
  editor.leave()
  await expect.poll(seen).toEqual({ lessons: [], lessonCount: 0 })
  root.leave()
})

test.each(['alice', 'bob', 'carol', 'dave', 'erin'] satisfies PersonName[])('%s is refused', async (name) => {
  const viewer = await connectViewer(server, people[name])
  expect(await ask(viewer)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  viewer.leave()
})

test('who holds a link is refused, and who asks for nonsense is answered or ignored', async () => {
  const { id } = await makeLesson(at.db, people.alice)
  const link = await at.db.links.create({ lessonId: id, createdBy: people.alice.id, days: 1, withCode: false })
  if (link === 'too_many') throw new Error('too many links')
  const guest = await connectViewer(server, people.alice, (await at.db.tokens.signLink(link.link)).token)
  expect(await ask(guest)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  guest.bare.emit('activity:watch')
  guest.bare.emit('activity:watch', 'x', 7)
  guest.bare.emit('activity:unwatch', null)
  expect(await ask(guest)).toMatchObject({ ok: false })
  guest.leave()
})

test('an admin no more hears no more, and is refused', async () => {
  const second = await at.db.users.update(people.bob.id, { role: 'admin' })
  if (second === null || second === 'last_admin') throw new Error('bob is no admin')
  const bob = await connectViewer(server, second)
  const told: Activity[] = []
  await look(bob)
  bob.socket.on('activity', (activity) => told.push(activity))
  await at.db.users.update(people.bob.id, { role: 'teacher' })
  await until('told of the account', () => bob.accountChanges() > 0)
  const { id } = await makeLesson(at.db, people.alice)
  const editor = await connectEditor(server, people.alice, id)
  await expect.poll(() => ask(bob)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(told).toEqual([])
  editor.leave()
  bob.leave()
})
