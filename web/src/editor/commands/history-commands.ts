import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { Command } from './command.ts'

export const undoCommand: Command = {
  id: 'undo',
  label: (t) => t('editor:command.undo'),
  icon: IconArrowBackUp,
  shortcuts: ['mod+z'],
  worksWhileTyping: true,
  isEnabled: ({ session }) => session.history.canUndo.get(),
  run: ({ session }) => session.history.undo(),
}

export const redoCommand: Command = {
  id: 'redo',
  label: (t) => t('editor:command.redo'),
  icon: IconArrowForwardUp,
  shortcuts: ['mod+shift+z', 'mod+y'],
  worksWhileTyping: true,
  isEnabled: ({ session }) => session.history.canRedo.get(),
  run: ({ session }) => session.history.redo(),
}
