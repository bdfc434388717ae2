import {
  IconClipboardCopy,
  IconCopy,
  IconEyeOff,
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronUp,
  IconFilePlus,
  IconTrash,
} from '@tabler/icons-react'
import { copyPage, insertPage, removePage, shiftPage, toggleHidden, turnPage } from '../pages/page-actions.ts'
import type { EditorSession } from '../session/session.ts'
import { askToCopyPage } from './ask-copy.ts'
import { always, type Command } from './command.ts'
import { late } from './late-keys.ts'

const hasOthers = ({ session }: { session: EditorSession }) => session.model.pages().length > 1
const placeOf = (session: EditorSession) => session.model.pages().findIndex(({ id }) => id === session.pageId.get())
const isThere =
  (by: -1 | 1) =>
  ({ session }: { session: EditorSession }) =>
    session.model.pages()[placeOf(session) + by] !== undefined

/** What is done to the page that is shown. */
export const pageCommands: readonly Command[] = [
  {
    ...late('addPage'),
    label: (t) => t('pages:command.add'),
    icon: IconFilePlus,
    isEnabled: always,
    run: ({ session }) => insertPage(session),
  },
  {
    ...late('duplicatePage'),
    label: (t) => t('pages:command.duplicate'),
    icon: IconCopy,
    isEnabled: always,
    run: ({ session }) => copyPage(session, session.pageId.get()),
  },
  {
    ...late('copyPage'),
    label: (t) => t('pages:command.copy'),
    icon: IconClipboardCopy,
    isEnabled: always,
    run: ({ session }) => askToCopyPage(session.pageId.get()),
  },
  {
    ...late('deletePage'),
    label: (t) => t('pages:command.delete'),
    icon: IconTrash,
    isEnabled: hasOthers,
    run: (editor, t) => removePage(editor, editor.session.pageId.get(), t),
  },
  {
    ...late('hidePage'),
    label: (t) => t('pages:command.hide'),
    icon: IconEyeOff,
    isEnabled: always,
    run: ({ session }) => toggleHidden(session, session.pageId.get()),
  },
  {
    ...late('previousPage'),
    label: (t) => t('pages:command.previous'),
    icon: IconChevronUp,
    isEnabled: isThere(-1),
    run: ({ session }) => turnPage(session, -1),
  },
  {
    ...late('nextPage'),
    label: (t) => t('pages:command.next'),
    icon: IconChevronDown,
    isEnabled: isThere(1),
    run: ({ session }) => turnPage(session, 1),
  },
  {
    ...late('pageUp'),
    label: (t) => t('pages:command.up'),
    icon: IconArrowUp,
    isEnabled: isThere(-1),
    run: ({ session }) => shiftPage(session, session.pageId.get(), -1),
  },
  {
    ...late('pageDown'),
    label: (t) => t('pages:command.down'),
    icon: IconArrowDown,
    isEnabled: isThere(1),
    run: ({ session }) => shiftPage(session, session.pageId.get(), 1),
  },
]
