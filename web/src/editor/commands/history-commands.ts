import { plainText } from '@anawim/lesson'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { EditorSession } from '../session/session.ts'
import type { Command } from './command.ts'

/** A text box that a step has left empty would stand there unseen: it goes, or comes, together with its first letters. */
function step(session: EditorSession, to: 'undo' | 'redo', back: 'undo' | 'redo'): void {
  const { history } = session
  const before = emptyBoxes(session)
  history[to]()
  const left = [...emptyBoxes(session)].filter((id) => !before.has(id) && id !== session.editing.get())
  if (left.length === 0) return
  history[to]()
  // That was another step, and none of this box's.
  const now = emptyBoxes(session)
  if (left.some((id) => now.has(id))) history[back]()
}

/** The text boxes without a letter, on all pages: a step may lead to another page. */
function emptyBoxes({ model }: EditorSession): Set<string> {
  const ids = model.pages().flatMap(({ id }) => model.elementIds(id))
  return new Set(
    ids.filter((id) => {
      const element = model.element(id)
      return element?.kind === 'text' && plainText(element.text).trim() === ''
    }),
  )
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
