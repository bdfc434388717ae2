import { LOCAL, updateElements } from '@anawim/lesson/doc'
import type { MediaType } from '../../media/media-type.ts'
import { coveringCrop } from '../kinds/image/crop-frame.ts'
import type { Editor } from '../session/editor.ts'
import { asOneStep } from '../session/one-step.ts'
import { insertingOn } from './insert-files.ts'
import { titleOf } from './place-media.ts'

/** Asks for files of that type and puts them on the page that is shown now. */
export function pickToInsert(editor: Editor, type: MediaType): void {
  editor.session.picking.set({ type, isSeveral: true, take: insertingOn(editor) })
}

/** Asks for another file for this element: it fills the same box, and has to be described anew. */
export function replaceMedia({ session }: Editor, id: string): void {
  const type = session.model.element(id)?.kind
  if (type !== 'image' && type !== 'video' && type !== 'audio') return
  session.picking.set({
    type,
    isSeveral: false,
    take(media) {
      const element = session.model.element(id)
      if (!element || element.kind !== type || media.file_type !== type) return
      const { width, height } = media
      const own =
        element.kind === 'image'
          ? { alt: media.alt, crop: width && height ? coveringCrop(element, { width, height }) : null }
          : {
              title: titleOf(media),
              duration: media.duration ?? 0,
              ...(type === 'video' && { poster: media.poster ?? '' }),
            }
      asOneStep(session, () =>
        session.doc.transact(
          () => updateElements(session.doc, [id], { mediaId: media.id, src: media.url, ...own }),
          LOCAL,
        ),
      )
    },
  })
}
