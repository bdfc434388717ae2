import type { Point } from '../canvas/point.ts'
import type { MediaType } from '../../media/media-type.ts'
import type { Editor } from '../session/editor.ts'
import { laterCode } from '../../ui/later.ts'

const insertCode = laterCode(() => import('./insert-files.ts'), 'whenIdle')
const pickCode = laterCode(() => import('./pick-media.ts'), 'whenIdle')

/** Uploads files and puts each on the page as it arrives, about `at` (page pixels) or the middle of the page. Its code comes when first needed. */
export async function insertLater(editor: Editor, files: readonly File[], at?: Point): Promise<void> {
  const { insertFiles } = await insertCode.whenHere()
  await insertFiles(editor, files, at)
}

/** Asks for files of that type, and puts them on the page. */
export async function pickLater(editor: Editor, type: MediaType): Promise<void> {
  const { pickToInsert } = await pickCode.whenHere()
  pickToInsert(editor, type)
}
