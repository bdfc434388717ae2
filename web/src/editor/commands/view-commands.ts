import { IconCommand, IconGridDots, IconKeyboard } from '@tabler/icons-react'
import { createValue } from '../session/value.ts'
import { always, type Command } from './command.ts'

/** Page pixels. */
const GRID = 20

/** Which of the two ways to find a command is open. */
export const commandDialog = createValue<'palette' | 'cheatSheet' | null>(null)

export const gridCommand: Command = {
  id: 'grid',
  label: (t) => t('editor:command.grid'),
  icon: IconGridDots,
  shortcuts: ["mod+'"],
  isEnabled: always,
  run: ({ session }) => session.grid.set(session.grid.get() === null ? GRID : null),
}

export const paletteCommand: Command = {
  id: 'palette',
  label: (t) => t('editor:command.palette'),
  icon: IconCommand,
  shortcuts: ['mod+k', 'mod+/'],
  isEnabled: always,
  run: () => commandDialog.set('palette'),
}

export const cheatSheetCommand: Command = {
  id: 'cheatSheet',
  label: (t) => t('editor:command.cheatSheet'),
  icon: IconKeyboard,
  shortcuts: ['shift+?'],
  isEnabled: always,
  run: () => commandDialog.set('cheatSheet'),
}
