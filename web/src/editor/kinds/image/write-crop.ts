import type { ImageElement } from '@anawim/lesson'
import { LOCAL, moveElements, updateElements } from '@anawim/lesson/doc'
import { asOneStep } from '../../session/one-step.ts'
import type { EditorSession } from '../../session/session.ts'
import type { CropFrame } from './crop-frame.ts'

/** Writes where a picture is and what of it is shown, as one step of undo. */
export function writeCrop(session: EditorSession, { id }: ImageElement, { box, crop }: CropFrame): void {
  asOneStep(session, () =>
    session.doc.transact(() => {
      moveElements(session.doc, [{ id, box }])
      updateElements(session.doc, [id], { crop })
    }, LOCAL),
  )
}
