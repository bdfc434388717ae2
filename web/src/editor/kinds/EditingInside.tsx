import type { LessonElement } from '@anawim/lesson'
import { Suspense, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { holdEarlyTyping } from '../text/early-typing.ts'
import { removeIfEmpty } from '../text/remove-if-empty.ts'
import { editorOf } from './index.ts'

/** Opens, over the element that is edited inside, what its kind has for that, and clears away text boxes that were left empty. */
export function EditingInside() {
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
  const element = editing === null ? undefined : editor.session.model.element(editing)
  return element ? <InsideOf element={element} takeEarlyTyping={takeEarly} /> : null
}

function InsideOf({ element, takeEarlyTyping }: { element: LessonElement; takeEarlyTyping: () => string }) {
  const Inside = editorOf(element)?.Inside
  if (!Inside) return null
  return (
    <Suspense fallback={null}>
      <Inside id={element.id} takeEarlyTyping={takeEarlyTyping} />
    </Suspense>
  )
}
