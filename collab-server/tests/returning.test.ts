/**
 * Who comes back: sleepers, second tabs, people who worked offline on what others deleted, and everybody after a restart. Nothing is
 * there twice, and nothing is lost. ANAWIM_RETURNS says how often.
 */
import { deleteElements, readContent, restoreElements, textFragment, updateElements } from '@anawim/lesson/doc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { report } from '../../scripts/testing/report.ts'
import { copyOf } from './fuzz/cast.ts'
import { loadStored } from './fuzz/ledger.ts'
import { openWorld, type World } from './fuzz/world.ts'
import { connectEditor, elementIds, type Editor } from './support/connect-editor.ts'
import { makeLesson, makePeople, type People } from './support/people.ts'
import { until } from './support/until.ts'

const trials = Number(process.env['ANAWIM_RETURNS'] ?? 5)

let world: World
let people: People
beforeAll(async () => {
  world = await openWorld({ COLLAB_IDLE_MS: '600', COLLAB_PING_MS: '200' })
  people = await makePeople(world.db)
})
afterAll(() => world.close())

interface Desk {
  lessonId: number
  open(who: 'alice' | 'root', document?: Y.Doc): Promise<Editor>
  close(): void
}

async function desk(): Promise<Desk> {
  const lessonId = (await makeLesson(world.db, people.alice)).id
  const editors: Editor[] = []
  return {
    lessonId,
    async open(who, document = new Y.Doc()) {
      const editor = await connectEditor(world, people[who], lessonId, { document, comesBack: true })
      editors.push(editor)
      return editor
    },
    close() {
      for (const editor of editors) editor.leave()
    },
  }
}

/** All these ids, once each, with everybody and in the log. */
async function expectAll(at: Desk, ids: string[], editors: Editor[]): Promise<void> {
  const wanted = ids.toSorted()
  const isWhole = (document: Y.Doc) => JSON.stringify(elementIds(document).toSorted()) === JSON.stringify(wanted)
  await until('all have all', () => editors.every(({ document }) => isWhole(document)), 15_000)
  await until('all is saved', () => editors.every((editor) => editor.isSaved()), 15_000)
  const contentOf = (document: Y.Doc) => JSON.stringify(readContent(document))
  await until(
    'all have what the log has',
    async () => {
      const stored = contentOf(await loadStored(world, at.lessonId))
      return editors.every(({ document }) => contentOf(document) === stored)
    },
    15_000,
  )
  expect(elementIds(await loadStored(world, at.lessonId)).toSorted()).toEqual(wanted)
}

const scenes: Record<string, (at: Desk) => Promise<void>> = {
  /** A laptop that was shut: its socket is dead on both sides before it notices. */
  async 'a sleeper'(at) {
    const [alice, root] = [await at.open('alice'), await at.open('root')]
    alice.draw('before')
    await alice.whenSaved()
    const { webSocket } = alice.socket
    if (webSocket instanceof WebSocket) webSocket.pause()
    alice.draw('asleep')
    root.draw('meanwhile')
    await root.whenSaved()
    await new Promise((resolve) => setTimeout(resolve, 900))
    alice.draw('awake')
    if (webSocket instanceof WebSocket) webSocket.resume()
    await expectAll(at, ['before', 'asleep', 'meanwhile', 'awake'], [alice, root])
  },

  /** Both tabs were opened from the same journal, so both bring the same unsaved edits. */
  async 'two tabs with one journal'(at) {
    const [alice, root] = [await at.open('alice'), await at.open('root')]
    await alice.goOffline()
    alice.draw('unsaved')
    const [first, second] = [copyOf(alice.document), copyOf(alice.document)]
    alice.leave()
    const [one, two] = await Promise.all([at.open('alice', first), at.open('alice', second)])
    one.draw('one')
    two.draw('two')
    await expectAll(at, ['unsaved', 'one', 'two'], [one, two, root])
  },

  /** Offline work inside an element that another deletes is kept, and comes back with it. */
  async 'offline against deletion'(at) {
    const [alice, root] = [await at.open('alice'), await at.open('root')]
    alice.draw('shared')
    await until('root has it', () => root.ids().includes('shared'))
    await alice.goOffline()
    updateElements(alice.document, ['shared'], { fill: '#123456' })
    alice.draw('offline')
    deleteElements(root.document, ['shared'])
    await root.whenSaved()
    await alice.comeBack()
    await expectAll(at, ['offline'], [alice, root])
    restoreElements(root.document, ['shared'])
    await expectAll(at, ['offline', 'shared'], [alice, root])
    expect(JSON.stringify(readContent(root.document))).toContain('#123456')
  },

  /** Killed, or told to stop, while people go on. */
  async 'a restart of the server'(at) {
    const [alice, root] = [await at.open('alice'), await at.open('root')]
    alice.draw('before')
    await alice.whenSaved()
    const restarting = restarts++ % 2 ? world.killServer() : world.stopServer().then(() => world.startServer())
    alice.draw('a')
    root.draw('r')
    await restarting
    await expectAll(at, ['before', 'a', 'r'], [alice, root])
  },

  /** Text of the same paragraph, typed by both while one was away. */
  async 'one paragraph typed by two'(at) {
    const [alice, root] = [await at.open('alice'), await at.open('root')]
    alice.type('text', 'xin chào')
    await until('root has it', () => root.ids().includes('text'))
    await alice.goOffline()
    const typed = (editor: Editor, place: number, text: string) => {
      const block = textFragment(editor.document, 'text')?.get(0)
      const run = block instanceof Y.XmlElement ? block.get(0) : null
      if (run instanceof Y.XmlText) run.insert(place, text)
    }
    typed(alice, 0, 'Alice: ')
    typed(root, 8, ' các bạn')
    await alice.comeBack()
    await expectAll(at, ['text'], [alice, root])
    expect(JSON.stringify(readContent(root.document))).toContain('Alice: xin chào các bạn')
  },
}
let restarts = 0

test(`${trials} × whoever comes back finds everything, once`, { timeout: 60_000 + trials * 20_000 }, async () => {
  const times: number[] = []
  const failures: string[] = []
  const all = Object.entries(scenes)
  for (let count = 0; count < trials; count++) {
    const [name, play] = all[count % all.length] ?? ['', () => Promise.resolve()]
    const at = await desk()
    const startedAt = performance.now()
    await play(at).catch((error: unknown) => failures.push(`${name}: ${String(error)}`))
    times.push(performance.now() - startedAt)
    at.close()
  }
  const what = 'sleepers, two tabs, offline against deletion, restarts: ms of a scene'
  report({ what, trials, failures: failures.length, times })
  expect(failures).toEqual([])
})
