/**
 * Every hook that Hocuspocus knows × {throws, rejects, hangs}, on a running server: no exit, and other lessons do not notice. The
 * failing hooks stand beside ours in the real engine, behind the same fence, each for a lesson of its own.
 */
import { createLogger } from '@anawim/db'
import { Hocuspocus, type Extension, type HookName } from '@hocuspocus/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { report } from '../../scripts/testing/report.ts'
import type { EditorContext } from '../src/editors/editor-session.ts'
import { fence } from '../src/editors/fence.ts'
import { connectEditor, type Editor } from './support/connect-editor.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { school, type RunningCollab, type School } from './support/start-collab.ts'
import { until } from './support/until.ts'

/** All that have to do with a lesson; the others are of the stock server, which we do not run. */
const hooks: readonly HookName[] = [
  'onConnect',
  'connected',
  'onAuthenticate',
  'onTokenSync',
  'onCreateDocument',
  'onLoadDocument',
  'afterLoadDocument',
  'beforeHandleMessage',
  'afterHandleMessage',
  'beforeHandleAwareness',
  'beforeBroadcastStateless',
  'beforeSync',
  'onStateless',
  'onChange',
  'onStoreDocument',
  'afterStoreDocument',
  'onAwarenessUpdate',
  'onDisconnect',
  'beforeUnloadDocument',
  'afterUnloadDocument',
]
const ways = {
  throws: () => {
    throw new Error('broken on purpose')
  },
  rejects: () => Promise.reject(new Error('broken on purpose')),
  hangs: () => new Promise(() => {}),
}
type Way = keyof typeof ways

const log = createLogger('test hooks')
log.level = 'silent'

/** What fails, by the name of the lesson in which it does. */
const broken = new Map<string, { hook: HookName; way: Way }>()
let seen: Extension[] = []
const { configure } = Hocuspocus.prototype

let at: School
let people: People
let server: RunningCollab
beforeAll(async () => {
  // Hocuspocus prints every exception of a hook.
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const failing = Object.fromEntries(
    hooks.map((hook) => [
      hook,
      (payload: { documentName?: string }) => {
        const mine = broken.get(payload.documentName ?? '')
        return mine?.hook === hook ? ways[mine.way]() : Promise.resolve()
      },
    ]),
  ) as Extension<EditorContext>
  Hocuspocus.prototype.configure = function (this: Hocuspocus, configuration) {
    seen = configuration.extensions ?? []
    return configure.call(this, { ...configuration, extensions: [...seen, fence('broken', failing, log, 1_000)] })
  }
  at = await school()
  people = await makePeople(at.db)
  server = await at.start({ config: { loadMs: 1_500, authMs: 1_500, shutdownMs: 2_000 } })
})
afterAll(async () => {
  Hocuspocus.prototype.configure = configure
  await at.close()
})

test('no hook of ours is without a fence', () => {
  const fenced = Object.values(fence('x', { onChange: async () => {} }, log, 1_000)).map((hook: unknown) =>
    String(hook),
  )
  const all = seen.flatMap((extension) => Object.values(extension)).filter((hook) => typeof hook === 'function')
  expect(all.length).toBeGreaterThan(5)
  expect(all.map(String).filter((hook) => !fenced.includes(hook))).toEqual([])
})

test('a failing hook of one lesson ends nothing, and no other lesson notices', { timeout: 60_000 }, async () => {
  const honest = await makeLesson(at.db, people.alice)
  const alice = await connectEditor(server, people.alice, honest.id)
  const root = await connectEditor(server, people.root, honest.id)
  const cases = Object.keys(ways).flatMap((way) => hooks.map((hook) => ({ hook, way: way as Way })))
  const sufferers: Editor[] = []
  const times: number[] = []
  for (const { hook, way } of cases) {
    const { id } = await makeLesson(at.db, people.alice)
    broken.set(String(id), { hook, way })
    const one = await connectEditor(server, people.alice, id, { isAwaited: false })
    const other = await connectEditor(server, people.root, id, { isAwaited: false })
    sufferers.push(one, other)
    for (const editor of [one, other]) {
      editor.provider.awareness?.setLocalStateField('pageId', 'p1')
      editor.provider.sendStateless('hello')
      editor.document.getMap('meta').set('note', 1)
    }
    const startedAt = performance.now()
    const drawn = alice.draw(`${hook}-${way}`.slice(-32))
    await until(`root sees it while ${hook} ${way}`, () => root.ids().includes(drawn))
    await alice.whenSaved()
    times.push(performance.now() - startedAt)
  }
  // Whoever sits there leaves, and comes again when the cause is gone.
  for (const editor of sufferers) editor.leave()
  broken.clear()
  const failures = [...alice.closes, ...root.closes].length
  report({
    what: 'hooks × {throws, rejects, hangs}: ms of an edit in another lesson',
    trials: cases.length,
    failures,
    times,
  })
  expect(alice.closes).toEqual([])
  expect(root.closes).toEqual([])
  for (const editor of [alice, root]) editor.leave()
})

test('and it still stops in time', async () => {
  const startedAt = Date.now()
  await server.stop()
  expect(Date.now() - startedAt).toBeLessThan(5_000)
})
