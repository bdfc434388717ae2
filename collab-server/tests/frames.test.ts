/**
 * Every type of frame × every role × {their lesson, another's, a deleted one}: who may not edit changes nothing, learns nothing and
 * shows nothing of themselves; who may, does.
 */
import { closeCodes } from '@anawim/lesson'
import { writeUpdate } from 'y-protocols/sync'
import { writeVarString, writeVarUint } from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { report } from '../../scripts/testing/report.ts'
import { collabToken, connectEditor, type Editor } from './support/connect-editor.ts'
import { accessToken } from './support/connect-viewer.ts'
import { makeLesson, makePeople, type People, type PersonName } from './support/people.ts'
import { authFrame, awarenessFrame, connectRaw, frame, step1Frame, syncFrame } from './support/raw-editor.ts'
import { school, type RunningCollab, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

/** What stands in the lesson, and what must not come out of it. */
const SECRET = 'nobody-else-may-read-this'

let at: School
let people: People
let server: RunningCollab
beforeAll(async () => {
  at = await school()
  people = await makePeople(at.db)
  server = await at.start()
})
afterAll(() => at.close())

/** An update that leaves this mark in the lesson. */
function marking(mark: string): Uint8Array {
  const document = new Y.Doc()
  document.getMap('meta').set('note', mark)
  return Y.encodeStateAsUpdate(document)
}

/** Each type of frame that there is, also those that only servers send, and one that there is not. */
const frames: Record<string, (name: string, mark: string) => Uint8Array> = {
  'sync step 1': (name) => step1Frame(name),
  'sync step 2': (name, mark) => syncFrame(name, 1, marking(mark)),
  'sync update': (name, mark) => syncFrame(name, 2, marking(mark)),
  awareness: (name, mark) => awarenessFrame(name, [{ clientId: 77, clock: 1, state: { pageId: mark } }]),
  'auth again': (name) => authFrame(name, 'nonsense'),
  'query awareness': (name) => frame(name, 3),
  'sync reply': (name, mark) =>
    frame(name, 4, (encoder) => {
      writeUpdate(encoder, marking(mark))
    }),
  stateless: (name, mark) => frame(name, 5, (encoder) => writeVarString(encoder, mark)),
  'broadcast stateless': (name, mark) => frame(name, 6, (encoder) => writeVarString(encoder, mark)),
  close: (name) => frame(name, 7),
  'sync status': (name) => frame(name, 8, (encoder) => writeVarUint(encoder, 1)),
  ping: (name) => frame(name, 9),
  pong: (name) => frame(name, 10),
  unknown: (name) => frame(name, 11),
}

type Role = PersonName | 'nobody' | 'access token'
const roles: readonly Role[] = ['alice', 'bob', 'carol', 'dave', 'erin', 'root', 'nobody', 'access token']
const editors: readonly Role[] = ['alice', 'bob', 'root']
const targets = ['valid', 'foreign', 'deleted'] as const

async function tokenOf(role: Role, lessonId: number): Promise<string> {
  if (role === 'nobody') return ''
  if (role === 'access token') return accessToken(at.db, people.alice)
  return collabToken(at.db, people[role], lessonId)
}

test('all of them', { timeout: 120_000 }, async () => {
  const { id } = await makeLesson(at.db, people.alice)
  await at.db.members.put(id, people.bob.id, 'editor')
  await at.db.members.put(id, people.carol.id, 'viewer')
  await at.db.members.put(id, people.dave.id, 'viewer')
  await at.db.lessons.publish(id, { isPublic: true })
  // Alice's too, so that everybody's token for the first is good, and for this one is not.
  const foreign = (await makeLesson(at.db, people.alice)).id
  const deleted = (await makeLesson(at.db, people.alice)).id
  const eyes: Record<(typeof targets)[number], Editor | null> = {
    valid: await connectEditor(server, people.alice, id),
    foreign: await connectEditor(server, people.alice, foreign),
    deleted: null,
  }
  for (const editor of [eyes.valid, eyes.foreign]) editor?.document.getMap('meta').set('secret', SECRET)
  await Promise.all([eyes.valid?.whenSaved(), eyes.foreign?.whenSaved()])
  await at.db.lessons.trash(deleted)

  const wrong: string[] = []
  const times: number[] = []
  let trials = 0

  async function attempt(role: Role, target: (typeof targets)[number], type: string): Promise<void> {
    trials++
    const who = `${role}, ${target} lesson, ${type}`
    const mark = `mark-${trials}-`
    const lessonId = { valid: id, foreign, deleted }[target]
    const mayEdit = target === 'valid' && editors.includes(role)
    const startedAt = performance.now()
    const raw = await connectRaw(server)
    // The token is always for the first lesson: what it does not name is foreign to it.
    raw.socket.send(authFrame(String(lessonId), await tokenOf(role, target === 'deleted' ? deleted : id)))
    raw.socket.send(frames[type]?.(String(lessonId), mark) ?? new Uint8Array())
    if (mayEdit) await until(`${who}: an answer`, () => raw.received.length > 0 || raw.closeCode() !== null)
    else {
      const code = await raw.whenClosed(5_000).catch(() => null)
      times.push(performance.now() - startedAt)
      // What no client may send ends the socket before anybody is asked who sent it.
      const codes: unknown[] = [closeCodes.unauthenticated, closeCodes.forbidden, closeCodes.gone, closeCodes.refused]
      if (!codes.includes(code)) wrong.push(`${who}: closed with ${code}`)
    }
    const heard = Buffer.concat(raw.received.map((bytes) => Buffer.from(bytes)))
    if (!mayEdit && heard.includes(SECRET)) wrong.push(`${who}: was told what stands there`)
    raw.socket.terminate()
    if (!mayEdit) marks.add(mark)
  }
  const marks = new Set<string>()

  const waiting = roles.flatMap((role) =>
    targets.flatMap((target) => Object.keys(frames).map((type) => [role, target, type] as const)),
  )
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await attempt(...next)
  }
  await Promise.all(Array.from({ length: 8 }, lane))

  // Nothing of those who may not edit is in the document, in the log, in the presence of anybody or in what they were told.
  for (const [target, lessonId] of [
    ['valid', id],
    ['foreign', foreign],
    ['deleted', deleted],
  ] as const) {
    const stored = await at.db.updates.load(lessonId)
    const eye = eyes[target]
    const traces = Buffer.concat([
      ...(stored?.updates.map(({ update }) => Buffer.from(update)) ?? []),
      Buffer.from(stored?.snapshot ?? []),
      Buffer.from(JSON.stringify([eye?.messages, [...(eye?.provider.awareness?.getStates().values() ?? [])]])),
      Buffer.from(eye ? Y.encodeStateAsUpdate(eye.document) : []),
    ])
    for (const mark of marks) if (traces.includes(mark)) wrong.push(`${target}: ${mark} left a trace`)
  }
  report({
    what: 'frame types × roles × lessons: ms until who may not is sent away',
    trials,
    failures: wrong.length,
    times,
  })
  expect(wrong).toEqual([])
  expect([eyes.valid?.closes, eyes.foreign?.closes]).toEqual([[], []])
  for (const editor of [eyes.valid, eyes.foreign]) {
    editor?.draw('still')
    await editor?.whenSaved()
    editor?.leave()
  }
})

test('the table has every type that the protocol has', () => {
  const types = Object.values(frames).map((make) => make('1', 'x')[2])
  expect(new Set(types)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))
})
