/** Of client ids that were only shown it is forgotten whose they are, when that was long ago; of others never. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectEditor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import type { School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

const idsHeld = async () => (await at.db.clients.load(lessonId)).map(({ clientId }) => clientId)

test('an id that wrote stays its owner’s, one that was only shown is let go when it is old', async () => {
  const first = await at.start()
  const [alice, root] = [
    await connectEditor(first, people.alice, lessonId),
    await connectEditor(first, people.root, lessonId),
  ]
  alice.draw('hers')
  root.provider.setAwarenessField('selection', ['hers'])
  await alice.whenSaved()
  const [wrote, shown] = [alice.document.clientID, root.document.clientID]
  await until('both are known', async () => {
    const ids = await idsHeld()
    return ids.includes(wrote) && ids.includes(shown)
  })
  for (const editor of [alice, root]) editor.leave()
  await first.stop()

  const second = await at.start()
  const again = await connectEditor(second, people.alice, lessonId)
  expect(await idsHeld()).toEqual(expect.arrayContaining([wrote, shown]))
  again.leave()
  await second.stop()

  const third = await at.start({ config: { clientDays: 0 } })
  const late = await connectEditor(third, people.alice, lessonId)
  await until('it is forgotten', async () => !(await idsHeld()).includes(shown))
  expect(await idsHeld()).toContain(wrote)
  late.leave()
})

test('what is noted of an id while it is being forgotten stays', async () => {
  const client = { clientId: 7, userId: people.alice.id, carrierId: null, unconfirmedFrom: null }
  await at.db.clients.put(lessonId, [client])
  const old = await at.db.clients.load(lessonId)
  await new Promise((resolve) => setTimeout(resolve, 5))
  await at.db.clients.put(lessonId, [client])
  await at.db.clients.forget(lessonId, old)
  expect(await idsHeld()).toEqual([7])
  await at.db.clients.forget(lessonId, await at.db.clients.load(lessonId))
  expect(await idsHeld()).toEqual([])
})
