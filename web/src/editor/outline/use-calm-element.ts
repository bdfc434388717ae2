import type { LessonElement } from '@anawim/lesson'
import { useCallback, useSyncExternalStore } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import { isSameBesideText } from '../session/use-selected.ts'

/** Milliseconds without another letter. */
const CALM = 300

/** An element for who shows no more than the beginning of its text: rendered again a moment after the last letter, and at once for all else. */
export function useCalmElement(id: string): LessonElement | undefined {
  const { model } = useEditorSession()
  const subscribe = useCallback(
    (listener: () => void) => {
      let last = model.element(id)
      let timer: ReturnType<typeof setTimeout> | undefined
      const stop = model.subscribeElement(id, () => {
        const element = model.element(id)
        const isTyped = last !== undefined && element !== undefined && isSameBesideText(last, element)
        last = element
        clearTimeout(timer)
        if (isTyped) timer = setTimeout(listener, CALM)
        else listener()
      })
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
    [model, id],
  )
  return useSyncExternalStore(subscribe, () => model.element(id))
}
