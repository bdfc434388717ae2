import { IconCrop, IconPhotoEdit } from '@tabler/icons-react'
import { replaceMedia } from '../images/pick-media.ts'
import type { Command } from './command.ts'
import { onlyOf } from './element-commands.ts'
import { late } from './late-keys.ts'

export const cropCommand: Command = {
  id: 'crop',
  label: (t) => t('editor:command.crop'),
  icon: IconCrop,
  // Enter goes into whatever is selected.
  shortcuts: ['enter'],
  isEnabled: ({ session }) => onlyOf(session.selected(), ['image']) !== null,
  run: ({ session }) => session.editing.set(onlyOf(session.selected(), ['image'])),
}

export const replaceImageCommand: Command = {
  ...late('replaceImage'),
  label: (t) => t('editor:command.replaceImage'),
  icon: IconPhotoEdit,
  isEnabled: ({ session }) => onlyOf(session.selected(), ['image']) !== null,
  run(editor) {
    const id = onlyOf(editor.session.selected(), ['image'])
    if (id) replaceMedia(editor, id)
  },
}
