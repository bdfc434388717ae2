import { useRef, useSyncExternalStore } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import { type TextPlace, textPlaceOf } from './text-place.ts'

/** Where one types and how it is set: the same object until that changes, whatever is typed. Null when there is no such text any more. */
export function useTextPlace(id: string): TextPlace | null {
  const { model } = useEditorSession()
  const last = useRef<{ place: TextPlace; key: string } | null>(null)
  return useSyncExternalStore(
    (listener) => model.subscribeElement(id, listener),
    () => {
      const element = model.element(id)
      if (element?.kind !== 'text' && element?.kind !== 'shape') return null
      const place = textPlaceOf(element)
      const key = JSON.stringify(place)
      if (last.current?.key !== key) last.current = { place, key }
      return last.current.place
    },
  )
}
