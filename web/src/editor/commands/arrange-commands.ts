import { arrangeElements, type Arrangement } from '@anawim/lesson/doc'
import { IconArrowBarToDown, IconArrowBarToUp, IconArrowDown, IconArrowUp, type Icon } from '@tabler/icons-react'
import { type Command, hasSelection } from './command.ts'

function arranging(to: Arrangement, label: Command['label'], icon: Icon, shortcut: string): Command {
  return {
    id: to,
    label,
    icon,
    shortcuts: [shortcut],
    isEnabled: hasSelection,
    run({ session }) {
      session.history.beginStep()
      arrangeElements(session.doc, session.selection.get(), to)
      session.history.beginStep()
    },
  }
}

export const frontCommand = arranging('front', (t) => t('editor:command.front'), IconArrowBarToUp, 'mod+shift+]')
export const forwardCommand = arranging('forward', (t) => t('editor:command.forward'), IconArrowUp, 'mod+]')
export const backwardCommand = arranging('backward', (t) => t('editor:command.backward'), IconArrowDown, 'mod+[')
export const backCommand = arranging('back', (t) => t('editor:command.back'), IconArrowBarToDown, 'mod+shift+[')
