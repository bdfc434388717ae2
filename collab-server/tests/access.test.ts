import { request } from 'node:http'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '@anawim/lesson'
import { collabToken, connectEditor } from './support/connect-editor.ts'
import { accessToken, connectViewer } from './support/connect-viewer.ts'
import { makeLesson, makePeople, type People, type PersonName } from './support/people.ts'
import { school, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

let at: School
let people: People

beforeEach(async () => {
  at = await school()
  people = await makePeople(at.db)
})
afterEach(() => at.close())

/** A draft of Alice's; Bob may edit it, Carol and Dave may view it. */
async function sharedLesson(): Promise<number> {
  const { id } = await makeLesson(at.db, people.alice)
  await at.db.members.put(id, people.bob.id, 'editor')
  await at.db.members.put(id, people.carol.id, 'viewer')
  await at.db.members.put(id, people.dave.id, 'viewer')
  return id
}

type Kind = 'draft' | 'published' | 'public' | 'trashed'
const change: Record<Kind, (id: number) => Promise<unknown>> = {
  draft: async () => {},
  published: (id) => at.db.lessons.publish(id, { isPublic: false }),
  public: (id) => at.db.lessons.publish(id, { isPublic: true }),
  trashed: (id) => at.db.lessons.trash(id),
}

const { forbidden, gone } = closeCodes
const editors: [Kind, Record<PersonName, 'in' | number>][] = [
  ['draft', { alice: 'in', bob: 'in', carol: forbidden, dave: forbidden, erin: forbidden, root: 'in' }],
  ['published', { alice: 'in', bob: 'in', carol: forbidden, dave: forbidden, erin: forbidden, root: 'in' }],
  ['public', { alice: 'in', bob: 'in', carol: forbidden, dave: forbidden, erin: forbidden, root: 'in' }],
  ['trashed', { alice: gone, bob: gone, carol: gone, dave: gone, erin: gone, root: gone }],
]
const viewers: [Kind, Record<PersonName, boolean>][] = [
  ['draft', { alice: true, bob: true, carol: true, dave: false, erin: false, root: true }],
  ['published', { alice: true, bob: true, carol: true, dave: true, erin: false, root: true }],
  ['public', { alice: true, bob: true, carol: true, dave: true, erin: true, root: true }],
  ['trashed', { alice: false, bob: false, carol: false, dave: false, erin: false, root: false }],
]

describe('who comes in', () => {
  test.each(editors)('to edit a %s lesson', async (kind, expected) => {
    const server = await at.start()
    const id = await sharedLesson()
    await change[kind](id)
    for (const [name, outcome] of Object.entries(expected) as [PersonName, 'in' | number][]) {
      const editor = await connectEditor(server, people[name], id, { isAwaited: false })
      await until(`${name} has an answer`, () => editor.provider.isSynced || editor.closes.length > 0)
      expect([name, editor.closes[0] ?? 'in']).toEqual([name, outcome])
      editor.leave()
    }
  })

  test.each(viewers)('to watch a %s lesson', async (kind, expected) => {
    const server = await at.start()
    const id = await sharedLesson()
    await change[kind](id)
    for (const [name, outcome] of Object.entries(expected) as [PersonName, boolean][]) {
      const viewer = await connectViewer(server, people[name])
      const answer = await viewer.watch(id)
      expect([name, answer.ok || answer.error.code]).toEqual([name, outcome || 'not_found'])
      viewer.leave()
    }
  })

  test('nobody without a token for that very lesson', async () => {
    const server = await at.start()
    const id = await sharedLesson()
    const other = await sharedLesson()
    const tokens: [string, number][] = [
      ['', closeCodes.unauthenticated],
      ['nonsense', closeCodes.unauthenticated],
      [await accessToken(at.db, people.alice), closeCodes.unauthenticated],
      [await collabToken(at.db, people.alice, other), closeCodes.forbidden],
    ]
    for (const [token, code] of tokens) {
      const editor = await connectEditor(server, people.alice, id, { token, isAwaited: false })
      await editor.whenClosed()
      expect(editor.closes).toEqual([code])
      editor.leave()
    }
    const viewer = await connectViewer(server, people.alice, await collabToken(at.db, people.alice, id))
    expect(viewer.refused?.message).toBe('unauthenticated')
  })

  test('nobody to what is no lesson', async () => {
    const server = await at.start()
    const token = await collabToken(at.db, people.alice, 999_999)
    for (const name of ['999999', 'x', '01', '-1', '1.0']) {
      const editor = await connectEditor(server, people.alice, 999_999, { token, name, isAwaited: false })
      await editor.whenClosed()
      expect([closeCodes.gone, closeCodes.forbidden]).toContain(editor.closes[0])
      editor.leave()
    }
  })

  test('no page of another origin, and nothing on other paths', async () => {
    const server = await at.start({ config: { allowedOrigins: ['https://school.example'] } })
    const status = (path: string, origin?: string) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`ws://${server.host}${path}`, origin === undefined ? {} : { origin })
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
        socket.on('open', () => {
          resolve(101)
          socket.close()
        })
        socket.on('error', () => {})
      })
    const polling = '/socket.io/?EIO=4&transport=websocket'
    for (const path of ['/collab', polling]) {
      expect(await status(path)).toBe(101)
      expect(await status(path, `http://${server.host}`)).toBe(101)
      expect(await status(path, 'https://school.example')).toBe(101)
      expect(await status(path, 'https://evil.example')).toBe(403)
    }
    expect(await status('/other')).toBe(404)
    const poll = `http://${server.host}/socket.io/?EIO=4&transport=polling`
    expect((await fetch(poll, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect((await fetch(poll)).status).toBe(200)
  })

  test('no extension of a browser, whatever it is called', async () => {
    const server = await at.start()
    const poll = `http://${server.host}/socket.io/?EIO=4&transport=polling`
    const answer = await fetch(poll, { headers: { origin: `chrome-extension://${server.host}` } })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ error: { code: 'origin_not_allowed', request_id: expect.any(String) } })
  })

  test('a request that only offers HTTP/2 is answered as any other', async () => {
    const server = await at.start()
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        connection: 'Upgrade, HTTP2-Settings',
        upgrade: 'h2c',
        'http2-settings': 'AAMAAABkAAQCAAAAAAIAAAAA',
      }
      request(`http://${server.host}/socket.io/?EIO=4&transport=polling`, { headers })
        .on('response', (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(200)
  })
})

describe('an open socket is closed within a second', () => {
  const withdrawals: [string, (id: number) => Promise<unknown>, number][] = [
    ['a member is removed', (id) => at.db.members.remove(id, people.bob.id), closeCodes.forbidden],
    ['a member may only view', (id) => at.db.members.put(id, people.bob.id, 'viewer'), closeCodes.forbidden],
    ['the lesson is trashed', (id) => at.db.lessons.trash(id), closeCodes.gone],
    [
      'the person is suspended',
      () => at.db.users.update(people.bob.id, { isActive: false }),
      closeCodes.unauthenticated,
    ],
    [
      'the person becomes a student',
      () => at.db.users.update(people.bob.id, { role: 'student' }),
      closeCodes.unauthenticated,
    ],
    ['the password is changed', () => at.db.users.setPassword(people.bob.id, 'y'), closeCodes.unauthenticated],
  ]
  test.each(withdrawals)('when %s', async (_what, withdraw, code) => {
    const server = await at.start()
    const id = await sharedLesson()
    const alice = await connectEditor(server, people.alice, id)
    const bob = await connectEditor(server, people.bob, id)
    await withdraw(id)
    await bob.whenClosed(3_000)
    expect(bob.closes).toEqual([code])
    expect(alice.closes).toEqual(code === closeCodes.gone ? [code] : [])
    alice.leave()
    bob.leave()
  })

  const withdrawnWatchers: [string, (id: number) => Promise<unknown>][] = [
    ['is withdrawn from a member', (id) => at.db.members.remove(id, people.dave.id)],
    ['is unpublished', (id) => at.db.lessons.unpublish(id)],
    ['is trashed', (id) => at.db.lessons.trash(id)],
  ]
  test.each(withdrawnWatchers)('(watchers are told that it is gone) when a lesson %s', async (_what, withdraw) => {
    const server = await at.start()
    const id = await sharedLesson()
    await change.published(id)
    const editor = await connectEditor(server, people.alice, id)
    const dave = await connectViewer(server, people.dave)
    expect((await dave.watch(id)).ok).toBe(true)
    await withdraw(id)
    await until('dave is told', () => dave.gone.length === 1, 3_000)
    expect(dave.gone[0]).toMatchObject({ lessonId: id, error: { code: 'not_found' } })
    editor.draw('late')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(dave.patches).toEqual([])
    expect(dave.socket.connected).toBe(true)
    editor.leave()
    dave.leave()
  })

  test('of a suspended student too', async () => {
    const server = await at.start()
    const dave = await connectViewer(server, people.dave)
    const erin = await connectViewer(server, people.erin)
    await at.db.users.update(people.dave.id, { isActive: false })
    await dave.whenClosed(3_000)
    expect(erin.socket.connected).toBe(true)
    erin.leave()
  })
})

describe('a token that ends', () => {
  test('closes an editor that has no new one within five seconds', async () => {
    const server = await at.start({ collabTokenSeconds: 2, config: { expiryGraceMs: 500 } })
    const id = await sharedLesson()
    const token = await collabToken(server.db, people.alice, id)
    const alice = await connectEditor(server, people.alice, id, { token })
    await alice.whenClosed(5_000)
    expect(alice.closes).toEqual([closeCodes.unauthenticated])
    alice.leave()
  })

  test('is renewed by the provider, and the editor stays', async () => {
    const server = await at.start({ collabTokenSeconds: 2, config: { expiryGraceMs: 500 } })
    const id = await sharedLesson()
    const alice = await connectEditor(server, people.alice, id)
    await new Promise((resolve) => setTimeout(resolve, 4_500))
    expect(alice.closes).toEqual([])
    alice.draw('a')
    await alice.whenSaved()
    alice.leave()
  })

  test('closes a viewer that does not renew it, and not one that does', async () => {
    const server = await at.start({ accessTokenSeconds: 2 })
    const dave = await connectViewer(server, people.dave)
    const erin = await connectViewer(server, people.erin)
    const renewed = await erin.socket.emitWithAck('auth:renew', { token: await accessToken(at.db, people.erin) })
    expect(renewed).toEqual({ ok: true })
    expect(await erin.socket.emitWithAck('auth:renew', { token: 'x' })).toEqual({ ok: false })
    const foreign = await accessToken(at.db, people.dave)
    expect(await erin.socket.emitWithAck('auth:renew', { token: foreign })).toEqual({ ok: false })
    await dave.whenClosed()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(erin.socket.connected).toBe(true)
    erin.leave()
  })
})
