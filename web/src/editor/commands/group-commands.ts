import { groupElements, ungroupElements, updateElements } from '@anawim/lesson/doc'
import { IconBoxMultiple, IconEyeOff, IconLock, IconPointerPlus, IconSquaresSelected } from '@tabler/icons-react'
import { selectedUnits } from '../session/groups.ts'
import { asOneStep } from '../session/one-step.ts'
import { type Command, hasSelection } from './command.ts'
import { late } from './late-keys.ts'

export const groupCommand: Command = {
  ...late('group'),
  label: (t) => t('editor:command.group'),
  icon: IconSquaresSelected,
  isEnabled: ({ session }) => selectedUnits(session).length > 1,
  run({ session }) {
    session.entered.set(null)
    asOneStep(session, () => groupElements(session.doc, session.selection.get()))
  },
}

/** Into the group that is selected: then its elements are selected one by one. */
export const enterGroupCommand: Command = {
  id: 'enterGroup',
  label: (t) => t('editor:command.enterGroup'),
  icon: IconPointerPlus,
  shortcuts: ['enter'],
  isEnabled({ session }) {
    const units = selectedUnits(session)
    return units.length === 1 && (units[0]?.length ?? 0) > 1
  },
  run({ session }) {
    const [first] = session.selected()
    if (!first) return
    session.entered.set(first.groupId ?? null)
    session.selection.set([first.id])
  },
}

export const ungroupCommand: Command = {
  ...late('ungroup'),
  label: (t) => t('editor:command.ungroup'),
  icon: IconBoxMultiple,
  isEnabled: ({ session }) => session.selected().some(({ groupId }) => groupId !== undefined),
  run({ session }) {
    asOneStep(session, () => ungroupElements(session.doc, session.selection.get()))
  },
}

/** Locks what is selected, or unlocks it when all of it is locked. */
export const lockCommand: Command = {
  ...late('lock'),
  label: (t) => t('editor:command.lock'),
  icon: IconLock,
  isEnabled: hasSelection,
  run({ session }) {
    const isLocked = session.selected().every(({ locked }) => locked)
    asOneStep(session, () => updateElements(session.doc, session.selection.get(), { locked: !isLocked }))
  },
}

/** Hidden elements are found again in the outline. */
export const hideCommand: Command = {
  ...late('hide'),
  label: (t) => t('editor:command.hide'),
  icon: IconEyeOff,
  isEnabled: hasSelection,
  run(editor, t) {
    const { session } = editor
    asOneStep(session, () => updateElements(session.doc, session.selection.get(), { hidden: true }))
    session.selection.set([])
    editor.tell({
      tone: 'plain',
      text: t('editor:command.hidden'),
      action: { label: t('editor:command.undo'), run: () => session.history.undo() },
    })
  },
}
