import type { LessonElement } from '@anawim/lesson'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useEditorSession } from './editor-context.ts'

const none: readonly LessonElement[] = []

/** The selected elements in drawing order, rendered again when one of them changes, or the selection does. */
export function useSelected(): readonly LessonElement[] {
  const session = useEditorSession()
  const last = useRef(none)
  const subscribe = useCallback(
    (listener: () => void) => {
      const stopSelection = session.selection.subscribe(listener)
      const stopChanges = session.model.subscribeChanges(({ elements }) => {
        if (session.selection.get().some((id) => elements.has(id))) listener()
      })
      return () => {
        stopSelection()
        stopChanges()
      }
    },
    [session],
  )
  return useSyncExternalStore(subscribe, () => {
    const next = session.selected()
    const isSame =
      next.length === last.current.length && next.every((element, index) => element === last.current[index])
    if (!isSame) last.current = next
    return last.current
  })
}
