import { Suspense, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { later } from '../../ui/later.ts'
import { holdEarlyTyping } from './early-typing.ts'
import { removeIfEmpty } from './remove-if-empty.ts'

/** Tiptap is a third of the editor, and comes after the canvas. */
const TextEditor = later(async () => (await import('./TextEditor.tsx')).TextEditor)

/** Opens the text editor over the box that is being typed in, and clears away boxes that were left empty. */
export function TextEditing() {
  const editor = useEditor()
  const editing = useValue(editor.session.editing)
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (before.current !== null && before.current !== editing) removeIfEmpty(editor, before.current)
    before.current = editing
  }, [editor, editing])
  const early = useRef<(() => string) | null>(null)
  useLayoutEffect(() => {
    if (editing === null) return
    const take = holdEarlyTyping()
    early.current = take
    return () => void take()
  }, [editing])
  const takeEarly = useCallback(() => early.current?.() ?? '', [])
  if (editing === null) return null
  return (
    <Suspense fallback={null}>
      <TextEditor id={editing} takeEarlyTyping={takeEarly} />
    </Suspense>
  )
}
