/** Who came by a link, without an account: watches one published lesson, until the link is taken back or ends. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectViewer } from './support/connect-viewer.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { school, type RunningCollab, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let server: RunningCollab
beforeAll(async () => {
  at = await school()
  people = await makePeople(at.db)
  server = await at.start()
})
afterAll(() => at.close())

async function lessonByLink() {
  const { id } = await makeLesson(at.db, people.alice)
  await at.db.lessons.publish(id, { isPublic: false })
  const made = await at.db.links.create({ lessonId: id, createdBy: people.alice.id, days: 1, withCode: false })
  if (made === 'too_many') throw new Error('too many links')
  const { token } = await at.db.tokens.signLink(made.link)
  return { id, link: made.link, token, guest: await connectViewer(server, people.alice, token) }
}

test('they watch that lesson and no other, a public one neither, and hear of no lists', async () => {
  const { id, guest } = await lessonByLink()
  const other = await makeLesson(at.db, people.alice)
  await at.db.lessons.publish(other.id, { isPublic: true })
  expect(await guest.watch(id)).toMatchObject({ ok: true })
  expect(await guest.watch(other.id)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  await at.db.lessons.update(id, { title: 'Tên mới' })
  await until('the patch', () => guest.patches.length > 0)
  expect(guest.listsChanged).toEqual([])
  guest.leave()
})

test('a link that is taken back is out of live sockets within a second; those of other links stay', async () => {
  const { id, link, guest } = await lessonByLink()
  const other = await at.db.links.create({ lessonId: id, createdBy: people.alice.id, days: 1, withCode: false })
  if (other === 'too_many') throw new Error('too many links')
  const stays = await connectViewer(server, people.alice, (await at.db.tokens.signLink(other.link)).token)
  await Promise.all([guest.watch(id), stays.watch(id)])
  await at.db.links.remove(id, link.id)
  await guest.whenClosed(1_000)
  expect(guest.gone.map(({ lessonId }) => lessonId)).toEqual([id])
  expect([stays.socket.connected, stays.gone]).toEqual([true, []])
  stays.leave()
})

test('a draft again, the lesson is gone for them at once', async () => {
  const { id, guest } = await lessonByLink()
  await guest.watch(id)
  await at.db.lessons.unpublish(id)
  await until('told', () => guest.gone.length === 1)
  expect(await guest.watch(id)).toMatchObject({ ok: false })
  guest.leave()
})

test('a token renews only the socket of its own link', async () => {
  const [one, two] = [await lessonByLink(), await lessonByLink()]
  const renew = (token: string) => one.guest.bare.emitWithAck('auth:renew', { token })
  const { token: own } = await at.db.tokens.signLink(one.link)
  const { token: alices } = await at.db.tokens.signAccess(people.alice)
  expect([await renew(own), await renew(two.token), await renew(alices)]).toEqual([
    { ok: true },
    { ok: false },
    { ok: false },
  ])
  for (const { guest } of [one, two]) guest.leave()
})

test('a pupil of a class reads what is shared with it, and is out within a second when the class is not any more', async () => {
  const { id } = await makeLesson(at.db, people.alice)
  await at.db.lessons.publish(id, { isPublic: false })
  const made = await at.db.classes.create(people.alice.id, '6A')
  if (made === 'too_many') throw new Error('too many classes')
  await at.db.pupils.add(made.id, people.dave.id)
  const pupil = await connectViewer(server, people.dave)
  await at.db.classShares.put(id, made.id)
  await until('the list is told of', () => pupil.listsChanged.includes(id))
  expect(await pupil.watch(id)).toMatchObject({ ok: true })
  await at.db.classes.remove(made.id)
  await until('told', () => pupil.gone.length === 1)
  pupil.leave()
})
