import type { LessonElement } from '@anawim/lesson'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useEditorSession } from './editor-context.ts'
import type { EditorSession } from './session.ts'
import { useValue } from './value.ts'

/** What was selected, and how high it is drawn. */
interface Selected {
  elements: readonly LessonElement[]
  heights: readonly (number | undefined)[]
}

const none: Selected = { elements: [], heights: [] }

/**
 * The selected elements in drawing order, for who shows nothing of what is written in the elements: not rendered again with each letter, and the text that it
 * is given may be an old one. It is when an element grows by its text.
 */
export function useSelectedBesideText(): readonly LessonElement[] {
  return useSelection(isSameBesideText)
}

/** The same with what they say. Who types in one hears that from where they type: it is another when they have done. */
export function useSelectedToSpeak(): readonly LessonElement[] {
  const { editing } = useEditorSession()
  const edited = useValue(editing)
  return useSelection((one, other) => one === other || (edited === one.id && isSameBesideText(one, other)))
}

function useSelection(isSame: (one: LessonElement, other: LessonElement) => boolean): readonly LessonElement[] {
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
    const { elements, heights } = last.current
    const next = readSelected(session)
    const isStill =
      next.elements.length === elements.length &&
      next.elements.every((element, index) => {
        const before = elements[index]
        return before !== undefined && isSame(element, before) && next.heights[index] === heights[index]
      })
    if (!isStill) last.current = next
    return last.current.elements
  })
}

function readSelected(session: EditorSession): Selected {
  const elements = session.selected()
  return { elements, heights: elements.map(({ id }) => session.boxOf(id)?.height) }
}

/** Do they differ in nothing, or in their text alone? */
export function isSameBesideText(one: LessonElement, other: LessonElement): boolean {
  if (one === other) return true
  const [fields, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return (
    fields.size === others.size &&
    [...fields].every(([name, value]) => (name === 'text' ? others.has(name) : others.get(name) === value))
  )
}
