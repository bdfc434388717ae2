import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
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

test('an editor that reads nothing is dropped, the others notice nothing, and it catches up when it is back', async () => {
  await at.db.members.put(lessonId, people.bob.id, 'editor')
  const server = await at.start({ config: { bufferedBytes: 500_000 } })
  const [alice, root] = await Promise.all([
    connectEditor(server, people.alice, lessonId),
    connectEditor(server, people.root, lessonId),
  ])
  const bob = await connectEditor(server, people.bob, lessonId, { comesBack: true })
  bob.draw('of-bob')
  await bob.whenSaved()
  const { webSocket } = bob.socket
  if (!(webSocket instanceof WebSocket)) throw new Error('no socket')
  webSocket.pause()

  const open = () => server.collab.figures().find(({ name }) => name === 'anawim_collab_editors')?.value
  expect(open()).toBe(3)
  // More than the system holds between two sockets; each overwrites the one before it.
  const waits: number[] = []
  for (let round = 0; open() === 3 && round < 60; round++) {
    const meta = alice.document.getMap('meta')
    alice.document.transact(() => {
      for (let part = 0; part < 8; part++) meta.set(`note${part}`, `${round}`.padEnd(90_000, '.'))
    })
    waits.push(await until('Root has it', () => noteOf(root) === round))
  }
  await until('Bob was dropped', () => open() === 2)
  alice.draw('of-alice')
  root.draw('of-root')
  await Promise.all([alice.whenSaved(), root.whenSaved()])
  expect([alice.closes, root.closes]).toEqual([[], []])
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(1_000)
  expect(bob.ids()).toEqual(['of-bob'])

  webSocket.resume()
  await until('Bob is back, with all of it', () => bob.provider.isSynced && bob.ids().length === 3)
  expect(bob.closes).toEqual([1006])
  expect(bob.content()).toEqual(alice.content())
  for (const editor of [alice, root, bob]) editor.leave()
})

const noteOf = ({ document }: { document: { getMap(name: string): { get(key: string): unknown } } }) =>
  Number.parseInt(String(document.getMap('meta').get('note7')), 10)
