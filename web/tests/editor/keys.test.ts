import { expect, test } from 'vitest'
import { commands } from '../../src/editor/commands/command-list.ts'
import { knownCommands } from '../../src/editor/commands/known-commands.ts'
import { clipboardIds } from '../../src/editor/commands/clipboard-ids.ts'
import { lateKeys } from '../../src/editor/commands/late-keys.ts'

// Else the browser does what it does with that key, until the code of the command has come.
test('the key of every command is known from the start', () => {
  const known = new Set([...knownCommands().flatMap(({ shortcuts }) => shortcuts), ...Object.values(lateKeys)])
  const late = commands.flatMap(({ id, shortcuts }) => shortcuts.map((shortcut) => ({ id, shortcut })))
  // Copy, cut and paste are left to the browser's own events.
  expect(late.filter(({ id, shortcut }) => !known.has(shortcut) && !clipboardIds.has(id))).toEqual([])
})
