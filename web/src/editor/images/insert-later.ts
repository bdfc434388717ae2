import type { Point } from '../canvas/point.ts'
import type { Editor } from '../session/editor.ts'

/** Uploads files and puts each on the page as it arrives, about `at` (page pixels) or the middle of the page. Its code comes when first needed. */
export async function insertLater(editor: Editor, files: readonly File[], at?: Point): Promise<void> {
  const { insertFiles } = await import('./insert-files.ts')
  await insertFiles(editor, files, at)
}
