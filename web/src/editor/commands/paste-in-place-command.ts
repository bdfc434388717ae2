import { IconClipboardCheck } from '@tabler/icons-react'
import { heldClip, pasteClip } from './clip.ts'
import type { Command } from './command.ts'
import { late } from './late-keys.ts'

/** The browser's own event says nothing of where: this takes the clip that this browser holds. */
export const pasteInPlaceCommand: Command = {
  ...late('pasteInPlace'),
  label: (t) => t('pages:command.pasteInPlace'),
  icon: IconClipboardCheck,
  isEnabled: () => heldClip() !== null,
  run(editor) {
    const clip = heldClip()
    if (clip) pasteClip(editor, clip, true)
  },
}
