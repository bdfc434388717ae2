import type { KeyboardEvent } from 'react'
import type { Editor } from '../session/editor.ts'
import type { Translate } from '../session/translate.ts'
import { copyPage, removePage, shiftPage, turnPage } from './page-actions.ts'

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

/** The keys of a page in the strip: arrows turn, with Alt they move it, F2 renames, Delete deletes, Ctrl and D copies. */
export function onPageKey(event: KeyboardEvent, pageId: string, editor: Editor, t: Translate, rename: () => void) {
  const { session } = editor
  const step = steps[event.key]
  const mod = event.ctrlKey || event.metaKey
  if (step && event.altKey) shiftPage(session, pageId, step)
  else if (step && !mod) turnPage(session, step)
  else if (event.key === 'F2') rename()
  else if (event.key === 'Delete' || event.key === 'Backspace') removePage(editor, pageId, t)
  else if (event.key.toLowerCase() === 'd' && mod) copyPage(session, pageId)
  else return
  // Neither the strip's scrolling nor the canvas' keys.
  event.preventDefault()
  if (event.key !== 'F2') focusShown(event.currentTarget.closest('nav'))
}

/** Whoever goes through the strip by keys goes on from the page that is shown. */
function focusShown(strip: Element | null): void {
  requestAnimationFrame(() => strip?.querySelector<HTMLElement>('[aria-current="page"]')?.focus())
}
