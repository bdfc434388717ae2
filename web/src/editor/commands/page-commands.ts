import {
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
import { always, type Command } from './command.ts'

const hasOthers = ({ session }: { session: EditorSession }) => session.model.pages().length > 1
const placeOf = (session: EditorSession) => session.model.pages().findIndex(({ id }) => id === session.pageId.get())
const isThere =
  (by: -1 | 1) =>
  ({ session }: { session: EditorSession }) =>
    session.model.pages()[placeOf(session) + by] !== undefined

/** What is done to the page that is shown. */
export const pageCommands: readonly Command[] = [
  {
    id: 'addPage',
    label: (t) => t('pages:command.add'),
    icon: IconFilePlus,
    shortcuts: ['mod+m'],
    isEnabled: always,
    run: ({ session }) => insertPage(session),
  },
  {
    id: 'duplicatePage',
    label: (t) => t('pages:command.duplicate'),
    icon: IconCopy,
    shortcuts: ['mod+shift+d'],
    isEnabled: always,
    run: ({ session }) => copyPage(session, session.pageId.get()),
  },
  {
    id: 'deletePage',
    label: (t) => t('pages:command.delete'),
    icon: IconTrash,
    shortcuts: ['mod+shift+backspace'],
    isEnabled: hasOthers,
    run: (editor, t) => removePage(editor, editor.session.pageId.get(), t),
  },
  {
    id: 'hidePage',
    label: (t) => t('pages:command.hide'),
    icon: IconEyeOff,
    shortcuts: ['mod+shift+h'],
    isEnabled: always,
    run: ({ session }) => toggleHidden(session, session.pageId.get()),
  },
  {
    id: 'previousPage',
    label: (t) => t('pages:command.previous'),
    icon: IconChevronUp,
    shortcuts: ['pageup'],
    isEnabled: isThere(-1),
    run: ({ session }) => turnPage(session, -1),
  },
  {
    id: 'nextPage',
    label: (t) => t('pages:command.next'),
    icon: IconChevronDown,
    shortcuts: ['pagedown'],
    isEnabled: isThere(1),
    run: ({ session }) => turnPage(session, 1),
  },
  {
    id: 'pageUp',
    label: (t) => t('pages:command.up'),
    icon: IconArrowUp,
    shortcuts: ['alt+pageup'],
    isEnabled: isThere(-1),
    run: ({ session }) => shiftPage(session, session.pageId.get(), -1),
  },
  {
    id: 'pageDown',
    label: (t) => t('pages:command.down'),
    icon: IconArrowDown,
    shortcuts: ['alt+pagedown'],
    isEnabled: isThere(1),
    run: ({ session }) => shiftPage(session, session.pageId.get(), 1),
  },
]
