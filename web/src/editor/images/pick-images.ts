import type { Editor } from '../session/editor.ts'
import { insertImages } from './insert-images.ts'
import { imageTypes } from './upload.ts'

/** Asks for picture files and puts them on the page. */
export function pickImages(editor: Editor): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = imageTypes.join(',')
  input.multiple = true
  input.onchange = () => void insertImages(editor, [...(input.files ?? [])])
  input.click()
}
