import { arrangeElements, type Arrangement } from '@anawim/lesson/doc'
import { IconArrowBarToDown, IconArrowBarToUp, IconArrowDown, IconArrowUp, type Icon } from '@tabler/icons-react'
import { type Command, hasSelection } from './command.ts'
import { late } from './late-keys.ts'

function arranging(to: Arrangement, label: Command['label'], icon: Icon): Command {
  return {
    ...late(to),
    label,
    icon,
    isEnabled: hasSelection,
    run({ session }) {
      session.history.beginStep()
      arrangeElements(session.doc, session.selection.get(), to)
      session.history.beginStep()
    },
  }
}

export const frontCommand = arranging('front', (t) => t('editor:command.front'), IconArrowBarToUp)
export const forwardCommand = arranging('forward', (t) => t('editor:command.forward'), IconArrowUp)
export const backwardCommand = arranging('backward', (t) => t('editor:command.backward'), IconArrowDown)
export const backCommand = arranging('back', (t) => t('editor:command.back'), IconArrowBarToDown)
