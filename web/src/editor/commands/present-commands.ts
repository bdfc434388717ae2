import { IconPresentation, IconPresentationAnalytics } from '@tabler/icons-react'
import type { Editor } from '../session/editor.ts'
import type { Translate } from '../session/translate.ts'
import { always, type Command } from './command.ts'
import { late } from './late-keys.ts'

/** Begins where one is, or at the first page that readers see. The browser grants the whole screen only to the very key or click. */
function present({ session, tell }: Editor, t: Translate, isFromFirst: boolean): void {
  const shown = session.model.pages().filter(({ hidden }) => !hidden)
  const [first] = shown
  if (!first) {
    tell({ tone: 'plain', text: t('pages:present.none') })
    return
  }
  if (isFromFirst) session.pageId.set(first.id)
  session.editing.set(null)
  session.tool.set('select')
  // Without it (some phones, embedded pages) the presentation fills the window.
  void document.documentElement.requestFullscreen?.().catch(() => undefined)
  session.presenting.set(true)
}

export const presentCommand: Command = {
  ...late('present'),
  label: (t) => t('pages:command.present'),
  icon: IconPresentation,
  isEnabled: always,
  run: (editor, t) => present(editor, t, false),
}

export const presentFirstCommand: Command = {
  ...late('presentFirst'),
  label: (t) => t('pages:command.presentFirst'),
  icon: IconPresentationAnalytics,
  isEnabled: always,
  run: (editor, t) => present(editor, t, true),
}
