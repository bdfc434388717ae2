/** A command is one object that feeds toolbar, menu and keys. One file a family, one line each in `command-list.ts`. */
import type { Icon } from '@tabler/icons-react'
import type { Editor } from '../session/editor.ts'
import type { Translate } from '../session/translate.ts'

export interface Command {
  id: string
  label: (t: Translate) => string
  icon: Icon
  /** Each is written as `mod+shift+z`; `mod` is Command on a Mac and Ctrl elsewhere. The first is shown. */
  shortcuts: readonly string[]
  /** Also heard while one types in a text box of the page. */
  worksWhileTyping?: boolean
  /** Also heard in the fields of the panel and in a text box of the page. */
  worksInFields?: boolean
  isEnabled: (editor: Editor) => boolean
  run: (editor: Editor, t: Translate) => void
}

export const hasSelection = ({ session }: Editor) => session.selection.get().length > 0
export const always = () => true
