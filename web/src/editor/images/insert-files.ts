import type { Media } from '@anawim/api/contract'
import { addElements } from '@anawim/lesson/doc'
import { centerOf } from '../canvas/boxes.ts'
import type { Point } from '../canvas/point.ts'
import type { Editor } from '../session/editor.ts'
import { mediaElement } from './place-media.ts'

/** Pixels by which several that arrive together stand apart. */
const STAGGER = 24

/** Puts files on the page that is shown now as each arrives, about `at` (page pixels) or the middle of the page. */
export function insertingOn({ session }: Editor, at?: Point): (media: Media, index: number) => void {
  const page = session.page()
  const center = at ?? centerOf({ x: 0, y: 0, width: page.width, height: page.height })
  return (media, index) => {
    // Whoever turned the page meanwhile still gets it where it was asked for.
    if (!session.model.page(page.id)) return
    const shifted = { x: center.x + index * STAGGER, y: center.y + index * STAGGER }
    session.history.beginStep()
    const ids = addElements(session.doc, page.id, [mediaElement(media, page, shifted)])
    session.history.beginStep()
    if (session.pageId.get() === page.id && session.editing.get() === null) session.selection.set(ids)
  }
}

/** Uploads files and puts each on the page as it arrives. */
export async function insertFiles(editor: Editor, files: readonly File[], at?: Point): Promise<void> {
  await editor.uploads.add(files, insertingOn(editor, at))
}
