import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeCodes } from '@anawim/lesson'
import { collabToken, connectEditor, type Editor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import { awarenessFrame, connectRaw } from './support/raw-editor.ts'
import type { School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number

beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

/** What `editor` sees of another client. */
const seen = (editor: Editor, clientId: number) => editor.provider.awareness?.getStates().get(clientId)

test('others see who I am and where, as the server knows me', async () => {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  const state = {
    user: { id: people.root.id, name: 'The Headmaster', color: 'url(x)' },
    pageId: 'p1',
    cursor: { x: 1, y: 2 },
    selection: ['a'],
    caret: {
      elementId: 'a',
      anchor: { type: null, tname: 'text', item: null },
      head: { item: { client: 1, clock: 2 } },
    },
    password: 'unknown',
  }
  alice.provider.awareness?.setLocalState(state)
  const { clientID } = alice.document
  await until('root sees alice', () => seen(root, clientID)?.cursor?.x === 1)
  const { user, password: _password, ...rest } = state
  expect(seen(root, clientID)).toEqual({
    ...rest,
    user: { id: people.alice.id, name: people.alice.fullName, color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
  })
  expect(user.name).not.toBe(people.alice.fullName)
  alice.provider.setAwarenessField('cursor', 'nonsense')
  await until('nonsense is left out', () => seen(root, clientID)?.cursor === null)
  alice.leave()
  await until('alice is gone', () => seen(root, clientID) === undefined)
  expect([...(root.provider.awareness?.getStates().keys() ?? [])]).toEqual([root.document.clientID])
  root.leave()
})

test('who comes back is seen again at once', async () => {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  const root = await connectEditor(server, people.root, lessonId)
  alice.provider.setAwarenessField('pageId', 'p1')
  const { clientID } = alice.document
  await until('seen', () => seen(root, clientID) !== undefined)
  await alice.goOffline()
  await until('gone', () => seen(root, clientID) === undefined)
  await alice.comeBack()
  await until('seen again', () => seen(root, clientID) !== undefined)
  expect(seen(root, clientID)).toMatchObject({ pageId: 'p1' })
  alice.leave()
  root.leave()
})

test('nobody speaks for another, nor for two', async () => {
  const server = await at.start()
  await at.db.members.put(lessonId, people.bob.id, 'editor')
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.provider.setAwarenessField('pageId', 'p1')
  const root = await connectEditor(server, people.root, lessonId)
  const name = String(lessonId)
  const bob = await connectRaw(server)
  await bob.logIn(name, await collabToken(at.db, people.bob, lessonId))
  const victim = alice.document.clientID
  const forged = { user: { id: 1, name: 'x', color: '#000000' }, pageId: 'forged' }
  bob.socket.send(awarenessFrame(name, [{ clientId: victim, clock: 1_000, state: forged }]))
  bob.socket.send(awarenessFrame(name, [{ clientId: victim, clock: 1_001, state: null }]))
  bob.socket.send(
    awarenessFrame(name, [
      { clientId: 7, clock: 1, state: { pageId: 'bob' } },
      { clientId: 8, clock: 1, state: { pageId: 'bob too' } },
      { clientId: victim, clock: 1_002, state: forged },
    ]),
  )
  await until('bob is seen', () => seen(root, 7) !== undefined)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(seen(root, 7)?.user).toMatchObject({ id: people.bob.id, name: people.bob.fullName })
  expect(seen(root, 8)).toBeUndefined()
  expect(seen(root, victim)).toMatchObject({ user: { id: people.alice.id }, pageId: 'p1' })
  bob.socket.send(awarenessFrame(name, [{ clientId: 7, clock: 9, state: { pageId: 'x'.repeat(200_000) } }]))
  expect(await bob.whenClosed()).toBe(closeCodes.refused)
  alice.leave()
  root.leave()
})
