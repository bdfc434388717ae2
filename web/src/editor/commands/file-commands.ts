import { IconDeviceFloppy, IconHistory } from '@tabler/icons-react'
import { saveNow } from './save-now.ts'
import { always, type Command } from './command.ts'

export const saveCommand: Command = {
  id: 'save',
  label: (t) => t('editor:command.save'),
  icon: IconDeviceFloppy,
  shortcuts: ['mod+s'],
  worksInFields: true,
  isEnabled: always,
  run: (editor, t) => void saveNow(editor, t),
}

export const versionsCommand: Command = {
  id: 'versions',
  label: (t) => t('editor:command.versions'),
  icon: IconHistory,
  shortcuts: ['mod+alt+shift+h'],
  worksWhileTyping: true,
  isEnabled: always,
  run: ({ session }) => session.dialog.set('versions'),
}
