import { readContent } from '@anawim/lesson/doc'
import { IconFileTypePng, IconJson } from '@tabler/icons-react'
import { always, type Command } from './command.ts'
import { downloadJson, downloadPagePng } from './download.ts'

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
