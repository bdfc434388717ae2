import { updatePage } from '@anawim/lesson/doc'
import { imageTypes } from '../images/upload.ts'
import type { Editor } from '../session/editor.ts'
import { asOneStep } from '../session/one-step.ts'

/** Asks for a picture and puts it behind the page, wherever one has turned to meanwhile. */
export function pickBackground({ session, uploads }: Editor, pageId: string): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = imageTypes.join(',')
  input.onchange = () => {
    void uploads.add([...(input.files ?? [])], ({ id: mediaId, url: src }) =>
      asOneStep(session, () => updatePage(session.doc, pageId, { backgroundImage: { mediaId, src } })),
    )
  }
  input.click()
}
