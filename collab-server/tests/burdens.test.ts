/** What one editor, or nobody, may put on a server and on a lesson; and what is much and honest. */
import { closeCodes, limits } from '@anawim/lesson'
import { deleteElements } from '@anawim/lesson/doc'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CollabConfig } from '../src/index.ts'
import { collabToken, connectEditor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import { awarenessFrame, connectRaw, syncFrame } from './support/raw-editor.ts'
import type { School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number
let name: string

beforeEach(async () => {
  ;({ at, people, lessonId } = await openLesson())
  name = String(lessonId)
  for (const { id } of [people.bob, people.carol]) await at.db.members.put(lessonId, id, 'editor')
})
afterEach(() => at.close())

const start = (config: Partial<CollabConfig> = {}) => at.start({ config })

async function bobSends(server: Awaited<ReturnType<typeof start>>, step: number, bytes: Uint8Array) {
  const bob = await connectRaw(server)
  await bob.logIn(name, await collabToken(at.db, people.bob, lessonId))
  bob.socket.send(syncFrame(name, step, bytes))
  return {
    ...bob,
    async isRefused(code: string) {
      expect(await bob.whenClosed()).toBe(closeCodes.refused)
      expect(bob.received.some((frame) => Buffer.from(frame).includes(code))).toBe(true)
    },
  }
}

/** Under so many client ids, one small thing each. */
function manyIds(count: number): Uint8Array {
  const updates = Array.from({ length: count }, (_, index) => {
    const document = new Y.Doc()
    document.getMap('meta').set(`note ${index}`, index)
    return Y.encodeStateAsUpdate(document)
  })
  return Y.mergeUpdates(updates)
}

test('nobody brings something under the ids of thousands', async () => {
  const server = await start()
  await (await bobSends(server, 1, manyIds(1_001))).isRefused('too_many_clients')
  expect((await storedDocument(at.db, lessonId)).store.clients.size).toBeLessThan(5)
})

test('nor do several who bring some each, in one lesson', async () => {
  const server = await start({ documentClientIds: 30 })
  const first = await bobSends(server, 1, manyIds(20))
  await until('the first is in', async () => (await storedDocument(at.db, lessonId)).store.clients.size >= 20)
  await (await bobSends(server, 1, manyIds(20))).isRefused('too_many_clients')
  first.socket.terminate()
})

test('millions of parts in few bytes are refused before anything of them is built', async () => {
  const encoder = encoding.createEncoder()
  for (const number of [1, limits.updateParts + 1, 77, 0]) encoding.writeVarUint(encoder, number)
  for (let clock = 0; clock <= limits.updateParts; clock++) {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 1)
  }
  encoding.writeVarUint(encoder, 0)
  const server = await start()
  await (await bobSends(server, 2, encoding.toUint8Array(encoder))).isRefused('too_large')
})

test('a lesson that is full takes nothing more in, but is let to become smaller', async () => {
  const server = await start({ documentBytes: 20_000 })
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.type('long', 'x'.repeat(19_000))
  await alice.whenSaved()
  const bob = await connectEditor(server, people.bob, lessonId)
  bob.type('more', 'x'.repeat(1_000))
  await bob.whenClosed()
  expect(bob.messages.at(-1)).toMatchObject({ type: 'refused', code: 'lesson_full' })
  deleteElements(alice.document, ['long'])
  await alice.whenSaved()
  expect(alice.closes).toEqual([])
  alice.leave()
  bob.leave()
})

test(
  'a long time offline brings more than eight megabytes at once, and all of it is saved',
  { timeout: 60_000 },
  async () => {
    const server = await start()
    const alice = await connectEditor(server, people.alice, lessonId)
    await alice.goOffline()
    for (let box = 0; box < 190; box++) alice.type(`box${box}`, 'ă'.repeat(49_000))
    void alice.socket.connect()
    await alice.whenSynced(30_000)
    await alice.whenSaved(30_000)
    expect(alice.closes.filter((code) => code >= 4_000)).toEqual([])
    expect(alice.ids()).toHaveLength(190)
    alice.leave()
  },
)

test('who has not said who they are may not fill the memory, not even with a frame that never ends', async () => {
  const server = await start()
  const stranger = await connectRaw(server)
  const part = Buffer.alloc(64 * 1024)
  for (let sent = 0; sent < 20; sent++) stranger.socket.send(part, { fin: false })
  expect(await stranger.whenClosed()).toBe(closeCodes.refused)
})

test('nobody stands for somebody who is away: she is seen again as soon as she is back', async () => {
  const server = await start()
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.draw('hers')
  await alice.whenSaved()
  const id = alice.document.clientID
  await alice.goOffline()
  const carol = await connectEditor(server, people.carol, lessonId)
  const seen = () => carol.provider.awareness?.getStates().get(id)?.['user']
  await until('Alice is gone', () => seen() === undefined)
  const bob = await connectRaw(server)
  await bob.logIn(name, await collabToken(at.db, people.bob, lessonId))
  bob.socket.send(awarenessFrame(name, [{ clientId: id, clock: 90, state: { cursor: null } }]))
  bob.socket.send(syncFrame(name, 1, new Uint8Array([0, 0])))
  await until('Bob is heard', () => bob.received.some((frame) => Buffer.from(frame).includes('"saved"')))
  expect(seen()).toBe(undefined)
  await alice.comeBack()
  alice.provider.awareness?.setLocalStateField('cursor', null)
  await until('Alice is seen', () => JSON.stringify(seen() ?? null).includes(people.alice.fullName))
  bob.socket.terminate()
  alice.leave()
  carol.leave()
})
