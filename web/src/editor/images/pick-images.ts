import type { Editor } from '../session/editor.ts'
import { insertImages } from './insert-images.ts'
import { imageTypes } from './upload.ts'

/** Asks for picture files and puts them on the page. */
export function pickImages(editor: Editor): void {
  askForImages(true, (files) => void insertImages(editor, files))
}

/** Asks for picture files; nothing is called when none are chosen. */
export function askForImages(areSeveral: boolean, onFiles: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = imageTypes.join(',')
  input.multiple = areSeveral
  input.onchange = () => onFiles([...(input.files ?? [])])
  input.click()
}
