/** Whatever one arranges: undo is one's own alone, one step a command, and leaves alone what another has written since. */
import { loadLooks } from '@anawim/drawing'
import type { LessonElement } from '@anawim/lesson'
import { createDocState } from '@anawim/lesson/doc'
import { createCanvas } from '@napi-rs/canvas'
import i18next from 'i18next'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { alignCommands } from '../../src/editor/commands/align-commands.ts'
import {
  backCommand,
  backwardCommand,
  forwardCommand,
  frontCommand,
} from '../../src/editor/commands/arrange-commands.ts'
import type { Command } from '../../src/editor/commands/command.ts'
import { distributeCommands, sizeCommands } from '../../src/editor/commands/distribute-commands.ts'
import { flipXCommand, flipYCommand } from '../../src/editor/commands/flip-commands.ts'
import { groupCommand, hideCommand, lockCommand, ungroupCommand } from '../../src/editor/commands/group-commands.ts'
import type { Editor } from '../../src/editor/session/editor.ts'
import { createSession } from '../../src/editor/session/session.ts'
import { shape, text } from './a-lesson.ts'

const commands: readonly Command[] = [
  groupCommand,
  ungroupCommand,
  lockCommand,
  hideCommand,
  frontCommand,
  forwardCommand,
  backwardCommand,
  backCommand,
  flipXCommand,
  flipYCommand,
  ...alignCommands,
  ...distributeCommands,
  ...sizeCommands,
]
const ROUNDS = 12
const NETWORK = 'network'

beforeAll(async () => {
  // What texts are measured with.
  vi.stubGlobal('document', { createElement: () => createCanvas(1, 1) })
  await loadLooks()
})

/** The same seed, the same test. */
function chanceOf(seed: number) {
  let state = seed
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return { below, some: <T>(items: readonly T[]) => items.filter(() => below(3) > 0) }
}
type Chance = ReturnType<typeof chanceOf>

function elementsOf({ below }: Chance): LessonElement[] {
  const line: LessonElement = {
    id: 'l',
    kind: 'line',
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    rotation: 0,
    stroke: '#000000',
    strokeWidth: 2,
    start: { elementId: 'a', x: 1, y: 0.5 },
    end: { elementId: 'b', x: 0, y: 0.5 },
  }
  const placed = ['a', 'b', 'c', 'd'].map((id) => ({
    ...shape(id, below(900), below(500), 20 + below(200), 20 + below(200)),
    rotation: below(2) * below(360),
  }))
  const [a, b, ...others] = placed
  return [...[a, b].flatMap((one) => (one ? [{ ...one, groupId: 'g' }] : [])), ...others, text('t', 40, 600), line]
}

/** Two who have the same lesson open. What one writes reaches the other when the test says so. */
function together(chance: Chance) {
  const elements = elementsOf(chance)
  const page = { id: 'p1', name: '', width: 1280, height: 720, background: '#ffffff', elements }
  const state = createDocState({ version: 1, pages: [page] })
  const waiting: { to: Y.Doc; update: Uint8Array }[] = []
  const open = (clientID: number) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    Y.applyUpdate(doc, state, NETWORK)
    const session = createSession(doc)
    session.places.list()
    const run = (command: Command, ids: readonly string[]) => {
      session.selection.set(ids)
      const editor = { session, tell: () => {} } as unknown as Editor
      if (command.isEnabled(editor)) command.run(editor, i18next.getFixedT(null, 'editor'))
    }
    /** What this one wrote, as `element/field`. */
    const wrote = new Set<string>()
    doc.getMap('elements').observeDeep((events, { local }) => {
      for (const { path, keys } of local ? events : []) for (const key of keys.keys()) wrote.add(`${path[0]}/${key}`)
    })
    const fields = (): Record<string, Record<string, unknown>> => doc.getMap('elements').toJSON()
    return { doc, session, run, fields, wrote }
  }
  const [alice, bob] = [open(2 + chance.below(2) * 10), open(5)]
  for (const [from, to] of [
    [alice, bob],
    [bob, alice],
  ] as const) {
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NETWORK) waiting.push({ to: to.doc, update })
    })
  }
  const settle = () => {
    for (const { to, update } of waiting.splice(0)) Y.applyUpdate(to, update, NETWORK)
  }
  return { alice, bob, settle, ids: elements.map(({ id }) => id) }
}

const anyCommand = ({ below }: Chance) => commands[below(commands.length)] ?? groupCommand

describe.each(commands.map((command) => [command.id, command] as const))('%s', (_name, command) => {
  test('is one step, which undo takes back wholly and redo brings back', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const chance = chanceOf(seed)
      const { alice, ids } = together(chance)
      const before = alice.fields()
      alice.run(command, chance.some(ids))
      const after = alice.fields()
      const isWritten = JSON.stringify(before) !== JSON.stringify(after)
      expect(alice.session.history.depth()).toBe(isWritten ? 1 : 0)
      alice.session.history.undo()
      expect(alice.fields()).toEqual(before)
      alice.session.history.redo()
      expect(alice.fields()).toEqual(after)
    }
  })

  test('is undone where nobody has written since, and only there', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const chance = chanceOf(seed * 101)
      const { alice, bob, settle, ids } = together(chance)
      const before = alice.fields()
      alice.run(command, chance.some(ids))
      settle()
      for (let more = 0; more < 3; more++) bob.run(anyCommand(chance), chance.some(ids))
      settle()
      const since = alice.fields()
      alice.session.history.undo()
      settle()
      expect(alice.fields()).toEqual(bob.fields())
      for (const id of ids) {
        const keys = new Set([before, since].flatMap((all) => Object.keys(all[id] ?? {})))
        for (const key of keys) {
          const wanted = bob.wrote.has(`${id}/${key}`) ? since[id]?.[key] : before[id]?.[key]
          expect(alice.fields()[id]?.[key], `seed ${seed}: ${key} of ${id}`).toEqual(wanted)
        }
      }
    }
  })

  test('done at the same moment as another’s, undone leaves nothing of itself, and both see the same', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const chance = chanceOf(seed * 7_919)
      const { alice, bob, settle, ids } = together(chance)
      const before = alice.fields()
      alice.run(command, chance.some(ids))
      bob.run(anyCommand(chance), chance.some(ids))
      const theirs = bob.fields()
      settle()
      alice.session.history.undo()
      settle()
      expect(alice.fields()).toEqual(bob.fields())
      for (const id of ids) {
        for (const key of new Set([...Object.keys(before[id] ?? {}), ...Object.keys(alice.fields()[id] ?? {})])) {
          const possible = [before[id]?.[key], theirs[id]?.[key]]
          expect(possible, `seed ${seed}: ${key} of ${id}`).toContainEqual(alice.fields()[id]?.[key])
        }
      }
      bob.session.history.undo()
      settle()
      expect(alice.fields()).toEqual(bob.fields())
    }
  })
})
