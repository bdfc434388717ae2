import { updatePage } from '@anawim/lesson/doc'
import type { Editor } from '../session/editor.ts'
import { asOneStep } from '../session/one-step.ts'

/** Asks for a picture and puts it behind the page, wherever one has turned to meanwhile. */
export function pickBackground({ session }: Editor, pageId: string): void {
  session.picking.set({
    type: 'image',
    isSeveral: false,
    take: ({ id: mediaId, url: src }) =>
      asOneStep(session, () => updatePage(session.doc, pageId, { backgroundImage: { mediaId, src } })),
  })
}
