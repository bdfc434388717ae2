import type { LessonElement } from '@anawim/lesson'
import { duplicateElements } from '@anawim/lesson/doc'
import { IconCopyPlus, IconDeselect, IconForms, IconSelectAll, IconTrash } from '@tabler/icons-react'
import { unitOf } from '../session/groups.ts'
import { deleteDrawn } from '../session/write-boxes.ts'
import { type Command, hasSelection } from './command.ts'

/** Page pixels by which a copy stands beside its original. */
const OFFSET = { x: 24, y: 24 }

export const deleteCommand: Command = {
  id: 'delete',
  label: (t) => t('editor:command.delete'),
  icon: IconTrash,
  shortcuts: ['delete', 'backspace'],
  isEnabled: hasSelection,
  run({ session }) {
    deleteDrawn(session, session.selection.get())
    session.selection.set([])
  },
}

export const duplicateCommand: Command = {
  id: 'duplicate',
  label: (t) => t('editor:command.duplicate'),
  icon: IconCopyPlus,
  shortcuts: ['mod+d'],
  isEnabled: hasSelection,
  run({ session }) {
    session.history.beginStep()
    const copies = duplicateElements(session.doc, session.selection.get(), OFFSET)
    session.history.beginStep()
    session.selection.set(copies)
  },
}

export const selectAllCommand: Command = {
  id: 'selectAll',
  label: (t) => t('editor:command.selectAll'),
  icon: IconSelectAll,
  shortcuts: ['mod+a'],
  isEnabled: ({ session }) => session.model.elementIds(session.pageId.get()).length > 0,
  run({ session }) {
    const ids = session.model.elementIds(session.pageId.get())
    session.selection.set(ids.filter((id) => !session.model.element(id)?.hidden))
  },
}

export const deselectCommand: Command = {
  id: 'deselect',
  label: (t) => t('editor:command.deselect'),
  icon: IconDeselect,
  shortcuts: ['escape'],
  isEnabled: ({ session }) => session.selection.get().length > 0 || session.tool.get() !== 'select',
  run({ session }) {
    const [first] = session.selection.get()
    if (session.tool.get() !== 'select') session.tool.set('select')
    else if (session.entered.get() !== null && first !== undefined) {
      session.entered.set(null)
      session.selection.set(unitOf(session, first))
    } else session.selection.set([])
  },
}

export const editTextCommand: Command = {
  id: 'editText',
  label: (t) => t('editor:command.editText'),
  icon: IconForms,
  shortcuts: ['enter'],
  isEnabled: ({ session }) => onlyOf(session.selected(), ['text', 'shape']) !== null,
  run({ session }) {
    session.editing.set(onlyOf(session.selected(), ['text', 'shape']))
  },
}

/** The only one that is selected, if it is of such a kind and not locked. */
export function onlyOf(selected: readonly LessonElement[], kinds: readonly LessonElement['kind'][]): string | null {
  const [only] = selected
  return selected.length === 1 && only && !only.locked && kinds.includes(only.kind) ? only.id : null
}
