import { readContent } from '@anawim/lesson/doc'
import { IconDeviceFloppy, IconFileTypePng, IconHistory, IconJson } from '@tabler/icons-react'
import { downloadJson, downloadPagePng } from './download.ts'
import { saveNow } from './save-now.ts'
import { always, type Command } from './command.ts'

export const saveCommand: Command = {
  id: 'save',
  label: (t) => t('editor:command.save'),
  icon: IconDeviceFloppy,
  shortcuts: ['mod+s'],
  worksWhileTyping: true,
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

export const exportJsonCommand: Command = {
  id: 'exportJson',
  label: (t) => t('editor:command.exportJson'),
  icon: IconJson,
  shortcuts: [],
  isEnabled: always,
  run: ({ session, lesson }) => downloadJson(readContent(session.doc), lesson.title.get()),
}

export const exportPngCommand: Command = {
  id: 'exportPng',
  label: (t) => t('editor:command.exportPng'),
  icon: IconFileTypePng,
  shortcuts: [],
  isEnabled: always,
  run(editor, t) {
    downloadPagePng(editor).catch(() => editor.tell({ tone: 'bad', text: t('editor:export.failed') }))
  },
}
