import { IconPlayerPlay, IconReplace } from '@tabler/icons-react'
import { replaceMedia } from '../images/pick-media.ts'
import type { Editor } from '../session/editor.ts'
import type { Command } from './command.ts'

/** The only one that is selected, if it is one that is played. Locked ones are played too. */
function onlyPlayed({ session }: Editor) {
  const [only] = session.selected()
  if (session.selection.get().length !== 1) return null
  return only?.kind === 'video' || only?.kind === 'audio' ? only : null
}

export const playCommand: Command = {
  id: 'play',
  label: (t) => t('editor:command.play'),
  icon: IconPlayerPlay,
  // Enter goes into whatever is selected.
  shortcuts: ['enter'],
  isEnabled: (editor) => onlyPlayed(editor) !== null,
  run: (editor) => editor.session.editing.set(onlyPlayed(editor)?.id ?? null),
}

export const replaceMediaCommand: Command = {
  id: 'replaceMedia',
  label: (t) => t('editor:command.replaceMedia'),
  icon: IconReplace,
  shortcuts: [],
  isEnabled(editor) {
    const element = onlyPlayed(editor)
    return element !== null && !element.locked
  },
  run(editor) {
    const element = onlyPlayed(editor)
    if (element) replaceMedia(editor, element.id)
  },
}
