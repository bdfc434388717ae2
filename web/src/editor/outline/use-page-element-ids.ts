import { useMemo, useSyncExternalStore } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'

/** The ids of the shown page's elements, the top one first. The same array until the list changes. */
export function usePageElementIds(): readonly string[] {
  const { model, pageId } = useEditorSession()
  const page = useValue(pageId)
  const ids = useSyncExternalStore(
    (listener) => model.subscribePage(page, listener),
    () => model.elementIds(page),
  )
  return useMemo(() => ids.toReversed(), [ids])
}
