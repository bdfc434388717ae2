import { addElements } from '@anawim/lesson/doc'
import { centerOf } from '../canvas/boxes.ts'
import { type Point } from '../canvas/point.ts'
import type { Editor } from '../session/editor.ts'
import { imageElement } from './place-image.ts'

/** Pixels by which several pictures that arrive together stand apart. */
const STAGGER = 24

/** Uploads pictures and puts each on the page as it arrives, about `at` (page pixels) or the middle of the page. */
export async function insertFiles(editor: Editor, files: readonly File[], at?: Point): Promise<void> {
  const { session, uploads } = editor
  const page = session.page()
  const center = at ?? centerOf({ x: 0, y: 0, width: page.width, height: page.height })
  await uploads.add(files, (media, index) => {
    // Whoever turned the page meanwhile still gets it where it was asked for.
    if (!session.model.page(page.id)) return
    const shifted = { x: center.x + index * STAGGER, y: center.y + index * STAGGER }
    session.history.beginStep()
    const ids = addElements(session.doc, page.id, [imageElement(media, page, shifted)])
    session.history.beginStep()
    if (session.pageId.get() === page.id && session.editing.get() === null) session.selection.set(ids)
  })
}
