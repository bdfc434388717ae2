import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Editor } from './editor.ts'
import type { EditorSession } from './session.ts'

export const EditorContext = createContext<Editor | null>(null)

/** The open lesson. Only inside a LessonEditor. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is for components inside a LessonEditor')
  return editor
}

export function useEditorSession(): EditorSession {
  return useEditor().session
}

/** An element, rendered again when that one changes. */
export function useElement(id: string) {
  const { model } = useEditorSession()
  return useSyncExternalStore(
    (listener) => model.subscribeElement(id, listener),
    () => model.element(id),
  )
}

export function usePages() {
  const { model } = useEditorSession()
  return useSyncExternalStore(model.subscribePages, model.pages)
}
