import { plainText } from '@anawim/lesson'
import { deleteElements } from '@anawim/lesson/doc'
import { Suspense, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Editor } from '../session/editor.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { later } from '../../ui/later.ts'
import { holdEarlyTyping } from './early-typing.ts'

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

function removeIfEmpty({ session, room }: Editor, id: string): void {
  const element = session.model.element(id)
  if (element?.kind !== 'text' || plainText(element.text).trim() !== '') return
  if (room?.moving().some((peer) => peer.typingIn === id)) return
  const placed = session.placed.get()
  // Placed and left empty: that was no step that anybody wants to undo. Emptied: deleting it is one.
  if (placed?.id === id) session.history.takeBackTo(placed.depth)
  if (session.model.pageIdOf(id) !== undefined) deleteElements(session.doc, [id])
}
