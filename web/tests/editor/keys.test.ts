import { expect, test } from 'vitest'
import { commands } from '../../src/editor/commands/command-list.ts'
import { knownCommands } from '../../src/editor/commands/known-commands.ts'
import { lateKeys } from '../../src/editor/commands/late-keys.ts'

// Else the browser does what it does with that key, until the code of the command has come.
test('the key of every command is known from the start', () => {
  const known = new Set([...knownCommands().flatMap(({ shortcuts }) => shortcuts), ...Object.values(lateKeys)])
  const late = commands.flatMap(({ id, shortcuts }) => shortcuts.map((shortcut) => ({ id, shortcut })))
  expect(late.filter(({ shortcut }) => !known.has(shortcut))).toEqual([])
})
