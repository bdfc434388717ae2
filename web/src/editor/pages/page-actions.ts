/** What a hand in the strip, a menu and a key do to pages. Each is one step of undo. */
import { addPage, deletePage, duplicatePage, movePage, restorePage, updatePage } from '@anawim/lesson/doc'
import type { Editor } from '../session/editor.ts'
import { asOneStep } from '../session/one-step.ts'
import type { EditorSession } from '../session/session.ts'
import type { Translate } from '../session/translate.ts'

/** An empty page behind the one that is shown, of its size and on its paper, and turns to it. */
export function insertPage(session: EditorSession): void {
  const { id: after, width, height, background, backgroundGradient, backgroundImage } = session.page()
  const paper = { background, backgroundGradient, backgroundImage }
  session.pageId.set(asOneStep(session, () => addPage(session.doc, { after, width, height, ...paper })))
}

/** A copy right behind the page, and turns to it. */
export function copyPage(session: EditorSession, pageId: string): void {
  session.pageId.set(asOneStep(session, () => duplicatePage(session.doc, pageId)))
}

/** Moves a page by one place; nothing where there is none. */
export function shiftPage(session: EditorSession, pageId: string, by: -1 | 1): void {
  const pages = session.model.pages()
  const at = pages.findIndex(({ id }) => id === pageId)
  if (at === -1 || !pages[at + by]) return
  const after = (by === 1 ? pages[at + 1] : pages[at - 2])?.id ?? null
  asOneStep(session, () => movePage(session.doc, pageId, after))
}

/** Hides a page from readers and from presenting, or shows it again. */
export function toggleHidden(session: EditorSession, pageId: string): void {
  const isHidden = session.model.page(pageId)?.hidden === true
  asOneStep(session, () => updatePage(session.doc, pageId, { hidden: !isHidden }))
}

/** Turns to the page before or behind the one that is shown. */
export function turnPage(session: EditorSession, by: -1 | 1): void {
  const pages = session.model.pages()
  const next = pages[pages.findIndex(({ id }) => id === session.pageId.get()) + by]
  if (next) session.pageId.set(next.id)
}

/** Deletes a page and offers the way back. The last page stays. */
export function removePage(editor: Editor, pageId: string, t: Translate): void {
  const { session } = editor
  const pages = session.model.pages()
  const at = pages.findIndex(({ id }) => id === pageId)
  const neighbour = pages[at + 1] ?? pages[at - 1]
  if (at === -1 || !neighbour) return
  if (session.pageId.get() === pageId) session.pageId.set(neighbour.id)
  asOneStep(session, () => deletePage(session.doc, pageId))
  editor.tell({
    tone: 'plain',
    text: t('editor:pages.deleted'),
    action: {
      label: t('editor:command.undo'),
      run() {
        restorePage(session.doc, pageId)
        session.pageId.set(pageId)
      },
    },
  })
}
