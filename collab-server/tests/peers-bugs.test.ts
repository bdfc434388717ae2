/**
 * What users of others complain of most, as tests of ours. Each is named by what went wrong there; the numbers are of their public issue
 * trackers.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { readContent } from '@anawim/lesson/doc'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { copyOf } from './fuzz/cast.ts'
import { connectEditor, elementIds } from './support/connect-editor.ts'
import { proxyDatabase } from './support/database-proxy.ts'
import { drawBefore, openLesson } from './support/open-lesson.ts'
import type { People } from './support/people.ts'
import type { School } from './support/start-collab.ts'
import { storedDocument } from './support/stored-document.ts'
import { until } from './support/until.ts'

let at: School
let people: People
let lessonId: number
beforeEach(async () => void ({ at, people, lessonId } = await openLesson()))
afterEach(() => at.close())

const storedIds = async () => elementIds(await storedDocument(at.db, lessonId)).toSorted()
const projected = async () => JSON.stringify((await at.db.lessons.withContent(lessonId))?.content)

describe('Hocuspocus #382: a load that failed left an empty document, which then replaced the real one', () => {
  test('who comes while the database fails gets nothing, and the lesson is whole when it is back', async () => {
    await drawBefore({ at, people, lessonId }, 'a')
    const server = await at.start()
    const { load } = server.db.updates
    server.db.updates.load = () => Promise.reject(new Error('the disk has a bad day'))
    const unlucky = await connectEditor(server, people.alice, lessonId, { isAwaited: false, comesBack: true })
    // It writes before it ever was in sync, as a page does that was open before.
    unlucky.document.getMap('meta').set('note', 1)
    await until('it was sent away', () => unlucky.closes.length > 0)
    expect(unlucky.isSaved()).toBe(false)
    server.db.updates.load = load
    await until('it is in sync', () => unlucky.provider.isSynced)
    expect(unlucky.ids()).toEqual(['a'])
    await unlucky.whenSaved()
    unlucky.leave()
    expect(await storedIds()).toEqual(['a'])
  })
})

describe('Hocuspocus #738: documents that waited for their debounced store were not stored at shutdown', () => {
  test('what was edited a moment before the end is in the log and in the JSON', async () => {
    const server = await at.start({ config: { projectionMs: 60_000, projectionMaxMs: 60_000, compactRows: 1_000_000 } })
    const alice = await connectEditor(server, people.alice, lessonId)
    alice.draw('a')
    await alice.whenSaved()
    alice.draw('last')
    await until('the server has it', () => alice.provider.unsyncedChanges === 0)
    await server.stop()
    expect(await storedIds()).toEqual(['a', 'last'])
    expect(await projected()).toContain('"last"')
    alice.leave()
  })
})

describe('Hocuspocus #954: a store that failed once was never tried again, and its document stayed in memory', () => {
  test('it is tried until it works, nobody is told "saved" before, and the lesson leaves the memory then', async () => {
    const server = await at.start({ config: { commitSlowMs: 300 } })
    const alice = await connectEditor(server, people.alice, lessonId)
    await alice.whenSaved()
    const { append } = server.db.updates
    let refusals = 0
    server.db.updates.append = () => {
      refusals++
      return Promise.reject(new Error('disk full'))
    }
    alice.draw('a')
    await until('it was tried again', () => refusals > 2)
    expect(alice.isSaved()).toBe(false)
    alice.leave()
    server.db.updates.append = append
    await until('it is in the log', async () => (await storedIds()).includes('a'))
    await until('and merged, for nobody has it open', async () => {
      return (await at.db.updates.load(lessonId))?.updates.length === 0
    })
  })
})

describe('Hocuspocus #821: who came while a document was being loaded was let into an empty one', () => {
  test('everybody who waits gets the whole lesson', async () => {
    await drawBefore({ at, people, lessonId }, 'a')
    const server = await at.start()
    const { load } = server.db.updates
    server.db.updates.load = async (id) => {
      await delay(300)
      return load(id)
    }
    const alice = await connectEditor(server, people.alice, lessonId, { isAwaited: false })
    await delay(150)
    const root = await connectEditor(server, people.root, lessonId, { isAwaited: false })
    for (const editor of [alice, root]) {
      await editor.whenSynced()
      expect(editor.ids()).toEqual(['a'])
      editor.leave()
    }
  })
})

describe('Hocuspocus #995: a document was unloaded while it was still being stored, and who came then got an older one', () => {
  test('who comes while the last one’s edits are being committed gets all of them', async () => {
    const server = await at.start()
    const { append } = server.db.updates
    server.db.updates.append = async (rows) => {
      await delay(300)
      return append(rows)
    }
    const alice = await connectEditor(server, people.alice, lessonId)
    alice.draw('one')
    await delay(100)
    alice.draw('two')
    await until('the server has both', () => alice.provider.unsyncedChanges === 0)
    alice.leave()
    // Before the first commit, between the two, and when the lesson has just been unloaded.
    for (let visit = 0; visit < 8; visit++) {
      const root = await connectEditor(server, people.root, lessonId)
      expect(root.ids().toSorted()).toEqual(['one', 'two'])
      root.leave()
      await delay(100)
    }
    await until('all is stored', async () => (await storedIds()).join() === 'one,two')
  })
})

describe('Outline #13726: what was typed while disconnected was lost at reload, with "saved" on the screen', () => {
  test('nothing typed offline is ever shown as saved, and what the journal kept is saved after the reload', async () => {
    const server = await at.start()
    const alice = await connectEditor(server, people.alice, lessonId)
    alice.draw('before')
    await alice.whenSaved()
    const told = alice.lastSaved()?.messages
    await alice.goOffline()
    alice.draw('offline')
    await delay(300)
    expect(alice.lastSaved()?.messages).toBe(told)
    expect(await storedIds()).toEqual(['before'])
    // The page is loaded again: another client id, the journal's document.
    const reloaded = await connectEditor(server, people.alice, lessonId, { document: copyOf(alice.document) })
    alice.leave()
    await reloaded.whenSaved()
    expect(await storedIds()).toEqual(['before', 'offline'])
    reloaded.leave()
  })
})

describe('La Suite Docs #1909: a phone woke up and wrote its old document over the work of others', () => {
  test('both sides are there', async () => {
    const server = await at.start({ config: { idleMs: 400, pingMs: 150 } })
    const phone = await connectEditor(server, people.alice, lessonId, { comesBack: true })
    phone.draw('phone')
    await phone.whenSaved()
    const { webSocket } = phone.socket
    if (webSocket instanceof WebSocket) webSocket.pause()
    const desktop = await connectEditor(server, people.root, lessonId)
    desktop.draw('desktop')
    await desktop.whenSaved()
    await delay(700)
    desktop.leave()
    phone.draw('awake')
    if (webSocket instanceof WebSocket) webSocket.resume()
    await until('all is there', async () => (await storedIds()).join() === 'awake,desktop,phone')
    await until('on the phone too', () => phone.ids().length === 3)
    phone.leave()
  })
})

describe('La Suite Docs #456: whose network lets no WebSocket through saved whole documents, and overwrote everybody', () => {
  test('there is one way in: no frame of a reader, no title, no JSON writes a canvas', async () => {
    const server = await at.start()
    const alice = await connectEditor(server, people.alice, lessonId)
    alice.draw('a')
    await alice.whenSaved()
    // Somebody writes the JSON behind everybody's back: it is what follows from the log, and never the other way round.
    await at.db
      .knex('lessons')
      .where({ id: lessonId })
      .update({ content: JSON.stringify({ version: 1, pages: [] }) })
    alice.draw('b')
    await alice.whenSaved()
    await until('the JSON is what the editors have', async () => {
      return (await projected()) === JSON.stringify(readContent(alice.document))
    })
    expect(await storedIds()).toEqual(['a', 'b'])
    alice.leave()
  })
})

describe('AFFiNE #15497: a week of work was only in the browser, while everything looked saved', () => {
  test('an editor whose work does not reach the disk is told so, for as long as it lasts', async () => {
    const proxy = await proxyDatabase(at.database.url)
    at.whenOver(() => proxy.close())
    const server = await at.start({ url: proxy.url })
    const alice = await connectEditor(server, people.alice, lessonId)
    await alice.whenSaved()
    proxy.pause()
    alice.draw('a')
    await until('told', () => alice.messages.at(-1)?.type === 'retrying', 6_000)
    alice.draw('b')
    await delay(500)
    expect(alice.messages.at(-1)?.type).toBe('retrying')
    expect(alice.isSaved()).toBe(false)
    proxy.resume()
    await alice.whenSaved()
    expect(alice.messages.at(-1)?.type).toBe('saved')
    expect(await storedIds()).toEqual(['a', 'b'])
    alice.leave()
  })
})
