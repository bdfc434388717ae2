import { plainText } from '@anawim/lesson'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { EditorSession } from '../session/session.ts'
import type { Command } from './command.ts'

/** A text box that a step has left empty would stand there unseen: it goes, or comes, together with its first letters. */
function step(session: EditorSession, to: 'undo' | 'redo', back: 'undo' | 'redo'): void {
  const { history } = session
  history[to]()
  const id = emptyBox(session)
  if (id === null) return
  history[to]()
  // That was another step, and none of this box's.
  if (emptyBox(session) === id) history[back]()
}

/** The text box that is selected alone, without a letter, and that nobody here types in. */
function emptyBox(session: EditorSession): string | null {
  const [only, ...others] = session.selected()
  if (only?.kind !== 'text' || others.length > 0 || session.editing.get() !== null) return null
  return plainText(only.text).trim() === '' ? only.id : null
}

export const undoCommand: Command = {
  id: 'undo',
  label: (t) => t('editor:command.undo'),
  icon: IconArrowBackUp,
  shortcuts: ['mod+z'],
  worksWhileTyping: true,
  isEnabled: ({ session }) => session.history.canUndo.get(),
  run: ({ session }) => step(session, 'undo', 'redo'),
}

export const redoCommand: Command = {
  id: 'redo',
  label: (t) => t('editor:command.redo'),
  icon: IconArrowForwardUp,
  shortcuts: ['mod+shift+z', 'mod+y'],
  worksWhileTyping: true,
  isEnabled: ({ session }) => session.history.canRedo.get(),
  run: ({ session }) => step(session, 'redo', 'undo'),
}
