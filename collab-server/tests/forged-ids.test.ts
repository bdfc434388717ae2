/** Nobody can write under somebody else's Yjs client id, so that nobody is told "saved" of what Yjs dropped. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setTimeout as delay } from 'node:timers/promises'
import { closeCodes } from '@anawim/lesson'
import { addElements, readPages } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { collabToken, connectEditor, rectangle, type Editor } from './support/connect-editor.ts'
import { openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import { awarenessFrame, connectRaw, step1Frame, syncFrame } from './support/raw-editor.ts'
import type { RunningCollab, School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

const step2 = 1
const update = 2

let at: School
let people: People
let server: RunningCollab
let lessonId: number
let name: string

beforeEach(async () => {
  ;({ at, people, lessonId } = await openLesson())
  name = String(lessonId)
  await at.db.members.put(lessonId, people.bob.id, 'editor')
  await at.db.members.put(lessonId, people.carol.id, 'editor')
  server = await at.start()
})
afterEach(() => at.close())

/** A copy of a document that writes under another's id. */
function forge(original: Y.Doc, work: (document: Y.Doc) => void, clientId = original.clientID): Uint8Array {
  const copy = copyOf(original)
  copy.clientID = clientId
  const before = Y.encodeStateVector(copy)
  work(copy)
  return Y.encodeStateAsUpdate(copy, before)
}

function copyOf(original: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(original))
  return copy
}

const drawOn = (id: string) => (document: Y.Doc) => {
  addElements(document, readPages(document)[0]?.id ?? '', [rectangle(id)])
}

async function send(step: number, bytes: Uint8Array) {
  const raw = await connectRaw(server)
  await raw.logIn(name, await collabToken(at.db, people.bob, lessonId))
  raw.socket.send(syncFrame(name, step, bytes))
  return raw
}

const aliceSaved = async () => {
  const alice = await connectEditor(server, people.alice, lessonId)
  alice.draw('first')
  await alice.whenSaved()
  return alice
}

const logged = () => storedDocument(at.db, lessonId)

async function isRefused(editor: Editor) {
  const codes = () => editor.closes.filter((code) => code >= 4_000)
  await until('it is closed', () => codes().length > 0)
  expect(codes()).toEqual([closeCodes.refused])
}

describe('while Alice is here', () => {
  test.each([
    ['an update', update],
    ['a step 2', step2],
  ])('Bob is refused when he writes under her id, in %s, and her next edits are saved', async (_what, step) => {
    const alice = await aliceSaved()
    const bob = await send(step, forge(alice.document, drawOn('forged')))
    expect(await bob.whenClosed()).toBe(closeCodes.refused)
    expect(bob.received.some((bytes) => Buffer.from(bytes).includes('foreign_client'))).toBe(true)
    alice.draw('second')
    await alice.whenSaved()
    expect(alice.closes).toEqual([])
    expect([...(await logged()).getMap('elements').keys()].toSorted()).toEqual(['first', 'second'])
    await until('it is in quarantine', async () => (await at.db.quarantine.list(lessonId)).length === 1)
    expect((await at.db.quarantine.list(lessonId))[0]).toMatchObject({ userId: people.bob.id, code: 'foreign_client' })
    alice.leave()
  })

  test('whose her id is was durable before Bob could learn of it', async () => {
    const bob = await connectEditor(server, people.bob, lessonId)
    const alice = await connectEditor(server, people.alice, lessonId)
    alice.draw('first')
    await until('Bob has it', () => bob.ids().includes('first'))
    const clients = await at.db.clients.load(lessonId)
    expect(clients.find(({ clientId }) => clientId === alice.document.clientID)?.userId).toBe(people.alice.id)
    alice.leave()
    bob.leave()
  })
})

test('whose an id is was durable before anybody was shown whom it stands for', async () => {
  const bob = await connectEditor(server, people.bob, lessonId)
  const alice = await connectEditor(server, people.alice, lessonId, { isAwaited: false })
  const id = alice.document.clientID
  const shown = new Promise<void>((resolve) => {
    bob.provider.awareness?.on('update', () => bob.provider.awareness?.getStates().has(id) && resolve())
  })
  alice.provider.awareness?.setLocalStateField('cursor', null)
  await shown
  const clients = await at.db.clients.load(lessonId)
  expect(clients.find(({ clientId }) => clientId === id)?.userId).toBe(people.alice.id)
  alice.leave()
  bob.leave()
})

test('Alice, whose first answer was meant for a server that was killed, has not shown all: Bob may bring what that one lost', async () => {
  const { document, leave } = await aliceSaved()
  leave()
  // Nothing is replaced by it, so that nothing of it shows in an answer that leaves it out.
  document.getMap('meta').set('note', 'lost')
  const clientId = document.clientID
  const alice = await connectRaw(server)
  await alice.logIn(name, await collabToken(at.db, people.alice, lessonId))
  alice.socket.send(step1Frame(name, document))
  alice.socket.send(awarenessFrame(name, [{ clientId, clock: 1, state: {} }]))
  // That one knew of all.
  alice.socket.send(syncFrame(name, step2, Y.encodeStateAsUpdate(document, Y.encodeStateVector(document))))
  await until('it is taken', () => alice.received.some((bytes) => Buffer.from(bytes).includes('"saved"')))
  const bob = await send(step2, Y.encodeStateAsUpdate(document))
  await until('Bob is told', () =>
    bob.received.some((bytes) => /"saved"|"refused"/.test(Buffer.from(bytes).toString())),
  )
  expect(bob.received.some((bytes) => Buffer.from(bytes).includes('"refused"'))).toBe(false)
  await until('it is stored', async () => (await logged()).getMap('meta').get('note') === 'lost')
  expect([alice.closeCode(), bob.closeCode()]).toEqual([null, null])
  alice.socket.terminate()
  bob.socket.terminate()
})

describe('while Alice is away', () => {
  /** Bob brings something else under the clocks of what she has not sent yet. */
  async function forgedWhileAway(work: (document: Y.Doc) => void) {
    const alice = await aliceSaved()
    await alice.goOffline()
    await until('the server knows', () => alice.socket.status === 'disconnected')
    await delay(100)
    const forged = forge(alice.document, work)
    alice.draw('hers')
    const bob = await send(step2, forged)
    await until('Bob is told', () => bob.received.some((bytes) => Buffer.from(bytes).includes('"saved"')))
    bob.socket.terminate()
    alice.messages.length = 0
    return alice
  }

  test('what Bob forged under her id is never told to her as saved: she is told that hers was refused', async () => {
    const alice = await forgedWhileAway(drawOn('forged'))
    void alice.socket.connect()
    await isRefused(alice)
    expect(alice.messages.filter(({ type }) => type === 'saved')).toEqual([])
    expect(alice.messages.at(-1)).toMatchObject({ type: 'refused', code: 'contradiction' })
    alice.leave()
  })

  test('and why is said also when hers, built on what he forged, would be nothing that a lesson can have', async () => {
    const alice = await forgedWhileAway((document) => document.getMap('meta').set('note', 'forged'))
    void alice.socket.connect()
    await isRefused(alice)
    expect(alice.messages.at(-1)).toMatchObject({ type: 'refused', code: 'contradiction' })
    alice.leave()
  })

  test('nor after the server was started anew', async () => {
    const alice = await forgedWhileAway(drawOn('forged'))
    await server.stop()
    server = await at.start()
    const again = await connectEditor(server, people.alice, lessonId, { document: alice.document, isAwaited: false })
    await isRefused(again)
    expect(again.messages.filter(({ type }) => type === 'saved')).toEqual([])
    again.leave()
    alice.leave()
  })

  test('nor when she comes back with a journal of that document, under a new id', async () => {
    const alice = await forgedWhileAway(drawOn('forged'))
    const journal = await connectEditor(server, people.alice, lessonId, {
      document: copyOf(alice.document),
      isAwaited: false,
    })
    await isRefused(journal)
    expect(journal.messages.filter(({ type }) => type === 'saved')).toEqual([])
    journal.leave()
    alice.leave()
  })

  test('nor when he forged more than she had: then too hers is refused', async () => {
    const alice = await forgedWhileAway((document) => {
      for (let count = 0; count < 20; count++) drawOn(`forged${count}`)(document)
    })
    void alice.socket.connect()
    await isRefused(alice)
    expect(alice.messages.filter(({ type }) => type === 'saved')).toEqual([])
    alice.leave()
  })

  test('what he has as deleted cannot be compared: hers is kept aside', async () => {
    const alice = await forgedWhileAway((document) => {
      drawOn('hers')(document)
      document.getMap('elements').delete('hers')
    })
    void alice.socket.connect()
    const isKept = async () => (await at.db.quarantine.list(lessonId)).some(({ code }) => code === 'carried_deleted')
    await until('hers is kept', isKept)
    alice.leave()
  })

  test('Carol, who has what Alice really wrote, is not told saved of something else either', async () => {
    const alice = await aliceSaved()
    await alice.goOffline()
    await delay(100)
    const forged = forge(alice.document, drawOn('forged'))
    alice.draw('hers')
    const carols = copyOf(alice.document)
    const bob = await send(step2, forged)
    await until('Bob is told', () => bob.received.some((bytes) => Buffer.from(bytes).includes('"saved"')))
    const carol = await connectEditor(server, people.carol, lessonId, { document: carols, isAwaited: false })
    await isRefused(carol)
    bob.socket.terminate()
    for (const editor of [alice, carol]) editor.leave()
  })
})

describe('honest people are never refused', () => {
  /** Alice's edit was shown to Bob, and lost with a killed server: both have it, the server has not. */
  async function lostByTheServer() {
    const alice = await aliceSaved()
    await alice.goOffline()
    alice.draw('lost')
    return { alice, bobs: copyOf(alice.document) }
  }

  test('Bob carries what the server lost of Alice’s; she comes back, and both go on', async () => {
    const { alice, bobs } = await lostByTheServer()
    const bob = await connectEditor(server, people.bob, lessonId, { document: bobs })
    await bob.whenSaved()
    const held = async () =>
      (await at.db.clients.load(lessonId)).find(({ clientId }) => clientId === alice.document.clientID)
    expect(await held()).toMatchObject({ userId: people.alice.id, carrierId: people.bob.id })
    expect((await held())?.unconfirmedFrom).not.toBeNull()
    await alice.comeBack()
    await alice.whenSaved()
    alice.draw('more')
    bob.draw('his')
    await Promise.all([alice.whenSaved(), bob.whenSaved()])
    await until('she has all', () => alice.ids().toSorted().join() === 'first,his,lost,more')
    await until('it is confirmed', async () => (await held())?.unconfirmedFrom === null)
    expect([...alice.closes.filter((code) => code >= 4000), ...bob.closes]).toEqual([])
    expect(await at.db.quarantine.list(lessonId)).toEqual([])
    for (const editor of [alice, bob]) editor.leave()
  })

  test('also when he has changed and deleted some of it before', async () => {
    const { alice, bobs } = await lostByTheServer()
    const lost = bobs.getMap('elements').get('lost') as Y.Map<unknown>
    lost.set('geometry', [1, 2, 3, 4, 0])
    lost.set('fill', '#000000')
    const bob = await connectEditor(server, people.bob, lessonId, { document: bobs })
    await bob.whenSaved()
    await alice.comeBack()
    await alice.whenSaved()
    expect(alice.closes.filter((code) => code >= 4000)).toEqual([])
    expect(alice.content()).toEqual(bob.content())
    for (const editor of [alice, bob]) editor.leave()
  })

  test('Alice, who writes on before she is asked what she has, of which Bob brought the beginning', async () => {
    const before = await aliceSaved()
    const hers = copyOf(before.document)
    drawOn('lost')(hers)
    before.leave()
    const bob = await connectEditor(server, people.bob, lessonId, { document: copyOf(hers) })
    await bob.whenSaved()
    const raw = await connectRaw(server)
    await raw.logIn(name, await collabToken(at.db, people.alice, lessonId))
    const known = Y.encodeStateVector(hers)
    drawOn('early')(hers)
    raw.socket.send(syncFrame(name, update, Y.encodeStateAsUpdate(hers, known)))
    raw.socket.send(step1Frame(name, hers))
    raw.socket.send(syncFrame(name, step2, Y.encodeStateAsUpdate(hers)))
    const heard = (text: string) => raw.received.some((bytes) => Buffer.from(bytes).includes(text))
    await until('both messages are saved', () => heard('"messages":2'))
    expect([raw.closeCode(), heard('"refused"')]).toEqual([null, false])
    await until('Bob has all', () => bob.ids().toSorted().join() === 'early,first,lost')
    drawOn('later')(hers)
    raw.socket.send(syncFrame(name, update, Y.encodeStateAsUpdate(hers, known)))
    await until('what follows is saved', () => heard('"messages":3'))
    expect(await at.db.quarantine.list(lessonId)).toEqual([])
    raw.socket.terminate()
    bob.leave()
  })

  test('two tabs of one person, and a reload with the document that was being edited', async () => {
    const first = await aliceSaved()
    const second = await connectEditor(server, people.alice, lessonId)
    second.draw('second')
    first.draw('third')
    await Promise.all([first.whenSaved(), second.whenSaved()])
    await first.goOffline()
    first.draw('offline')
    const reloaded = await connectEditor(server, people.alice, lessonId, { document: copyOf(first.document) })
    reloaded.draw('after')
    await reloaded.whenSaved()
    await first.comeBack()
    await first.whenSaved()
    expect([...first.closes.filter((code) => code >= 4000), ...second.closes, ...reloaded.closes]).toEqual([])
    expect(reloaded.ids().toSorted()).toEqual(['after', 'first', 'offline', 'second', 'third'])
    for (const editor of [first, second, reloaded]) editor.leave()
  })

  test('who comes back before the old connection was found dead', async () => {
    const alice = await aliceSaved()
    const again = await connectEditor(server, people.alice, lessonId, { document: alice.document })
    alice.draw('on both')
    await Promise.all([alice.whenSaved(), again.whenSaved()])
    expect([...alice.closes, ...again.closes]).toEqual([])
    for (const editor of [alice, again]) editor.leave()
  })

  test('a document that took another client id on its own; but not one that takes ever more', async () => {
    const server2 = await (await server.stop(), at.start({ config: { clientIdsPerConnection: 3 } }))
    server = server2
    const alice = await aliceSaved()
    for (const id of ['b', 'c']) {
      alice.document.clientID = new Y.Doc().clientID
      alice.draw(id)
      await alice.whenSaved()
    }
    alice.document.clientID = new Y.Doc().clientID
    alice.draw('d')
    await isRefused(alice)
    expect(alice.messages.at(-1)).toMatchObject({ type: 'refused', code: 'too_many_clients' })
    alice.leave()
  })

  test('what was made before the first connection, and goes on under the same id', async () => {
    const document = new Y.Doc()
    Y.applyUpdate(document, (await at.db.updates.load(lessonId))?.snapshot ?? new Uint8Array([0, 0]))
    drawOn('before')(document)
    const alice = await connectEditor(server, people.alice, lessonId, { document })
    alice.draw('after')
    await alice.whenSaved()
    expect(alice.closes).toEqual([])
    expect(await at.db.clients.load(lessonId)).toMatchObject([{ userId: people.alice.id, unconfirmedFrom: null }])
    alice.leave()
  })

  test('while the database is away, the first edit of a new tab is shown to the others all the same', async () => {
    const bob = await connectEditor(server, people.bob, lessonId)
    const alice = await connectEditor(server, people.alice, lessonId)
    const put = server.db.clients.put
    server.db.clients.put = () => new Promise(() => {})
    alice.document.clientID = new Y.Doc().clientID
    alice.draw('first')
    alice.draw('second')
    await until('Bob has them', () => bob.ids().length === 2)
    server.db.clients.put = put
    await alice.whenSaved()
    const clients = await at.db.clients.load(lessonId)
    expect(clients.map(({ clientId }) => clientId)).toContain(alice.document.clientID)
    for (const editor of [alice, bob]) editor.leave()
  })
})
