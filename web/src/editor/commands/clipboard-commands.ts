import { IconClipboard, IconCopy, IconCut } from '@tabler/icons-react'
import { copySelection, heldClip, pasteClip } from './clip.ts'
import { type Command, hasSelection } from './command.ts'
import { deleteCommand } from './element-commands.ts'

/**
 * The keys of these three are left to the browser: its copy and paste events reach the system's clipboard also on a page
 * that was served by plain http, where `navigator.clipboard` does not exist. See `use-clipboard.ts`.
 */
export const copyCommand: Command = {
  id: 'copy',
  label: (t) => t('editor:command.copy'),
  icon: IconCopy,
  shortcuts: ['mod+c'],
  isEnabled: hasSelection,
  run(editor) {
    // Lets the copy event fill the system's clipboard too; the clip itself is held in any case.
    if (!document.execCommand('copy')) copySelection(editor)
  },
}

export const cutCommand: Command = {
  id: 'cut',
  label: (t) => t('editor:command.cut'),
  icon: IconCut,
  shortcuts: ['mod+x'],
  isEnabled: hasSelection,
  run(editor, t) {
    copyCommand.run(editor, t)
    deleteCommand.run(editor, t)
  },
}

export const pasteCommand: Command = {
  id: 'paste',
  label: (t) => t('editor:command.paste'),
  icon: IconClipboard,
  shortcuts: ['mod+v'],
  isEnabled: () => heldClip() !== null,
  run: (editor) => {
    const clip = heldClip()
    if (clip) pasteClip(editor, clip)
  },
}
