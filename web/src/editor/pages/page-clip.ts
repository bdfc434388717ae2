import { type LessonPage, pageSchema, plainText } from '@anawim/lesson'
import { copyPageInto } from '@anawim/lesson/doc'
import { z } from 'zod'
import { asOneStep } from '../session/one-step.ts'
import type { EditorSession } from '../session/session.ts'

/** A page on the clipboard, with all that stands on it: its pictures by their addresses, which every lesson may show. */
const pageClipSchema = z.object({ anawim: z.literal(1), pages: z.array(pageSchema).length(1) })

/** A page as JSON, and its texts for other programs; null when it is not there any more. */
export function pageClipOf({ model, drawn }: EditorSession, pageId: string): { json: string; text: string } | null {
  const head = model.page(pageId)
  if (!head) return null
  const elements = model.elementIds(pageId).flatMap((id) => drawn.settled(id) ?? [])
  const { name, width, height, background, backgroundGradient, backgroundImage, hidden } = head
  const paper = { background, backgroundGradient, backgroundImage }
  const page: LessonPage = { id: pageId, name, width, height, ...paper, ...(hidden && { hidden }), elements }
  const texts = elements.flatMap((element) => ('text' in element && element.text ? [plainText(element.text)] : []))
  return { json: JSON.stringify({ anawim: 1, pages: [page] }), text: [name, ...texts].filter(Boolean).join('\n') }
}

/** Puts a copied page behind the one that is shown, and turns to it. False when this is not a page of ours. */
export function pastePage(session: EditorSession, json: unknown): boolean {
  const [page] = pageClipSchema.safeParse(json).data?.pages ?? []
  if (!page) return false
  session.pageId.set(asOneStep(session, () => copyPageInto(session.doc, page, session.pageId.get())))
  return true
}
