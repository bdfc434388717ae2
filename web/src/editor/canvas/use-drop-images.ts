import { type RefObject, useEffect } from 'react'
import { insertLater } from '../images/insert-later.ts'
import { useEditor } from '../session/editor-context.ts'
import { toPage } from './camera.ts'

/** Pictures, films and recordings dropped on the canvas land where they were dropped. */
export function useDropImages(area: RefObject<HTMLElement | null>): void {
  const editor = useEditor()
  useEffect(() => {
    const element = area.current
    if (!element) return
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const at = toPage(editor.session.camera.get(), { x: event.clientX - left, y: event.clientY - top })
      void insertLater(editor, files, at)
    }
    element.addEventListener('dragover', onDragOver)
    element.addEventListener('drop', onDrop)
    return () => {
      element.removeEventListener('dragover', onDragOver)
      element.removeEventListener('drop', onDrop)
    }
  }, [editor, area])
}
