import { LOCAL, updateElements } from '@anawim/lesson/doc'
import { coveringCrop } from '../kinds/image/crop-frame.ts'
import type { Editor } from '../session/editor.ts'
import { asOneStep } from '../session/one-step.ts'
import { askForImages } from './pick-images.ts'

/** Asks for another picture for this element: it fills the same box, and has to be described anew. */
export function replaceImage({ session, uploads }: Editor, id: string): void {
  askForImages(false, (files) => {
    void uploads.add(files, (media) => {
      const element = session.model.element(id)
      if (element?.kind !== 'image') return
      const { width, height } = media
      const crop = width && height ? coveringCrop(element, { width, height }) : null
      asOneStep(session, () =>
        session.doc.transact(
          () => updateElements(session.doc, [id], { mediaId: media.id, src: media.url, alt: '', crop }),
          LOCAL,
        ),
      )
    })
  })
}
