import { type RefObject, useEffect } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import type { EditorSession } from '../session/session.ts'
import { fitPage } from './camera.ts'

/** What the floating bars cover, screen pixels. */
const margins = {
  wide: { top: 76, right: 40, bottom: 56, left: 40 },
  narrow: { top: 16, right: 12, bottom: 76, left: 12 },
}

/** Puts the whole page into the view. */
export function fitToView(session: EditorSession): void {
  const view = session.view.get()
  if (view.width === 0) return
  session.camera.set(fitPage(session.page(), view, view.width < 600 ? margins.narrow : margins.wide))
}

/** Keeps the size of the canvas, and fits the page when it opens, when another is turned to, and when the window changes. */
export function useCameraFit(area: RefObject<HTMLElement | null>): void {
  const session = useEditorSession()
  useEffect(() => {
    if (!area.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      const before = session.view.get()
      session.view.set({ width: Math.round(width), height: Math.round(height) })
      // An on-screen keyboard takes height while one types: the text must not shrink under the finger.
      if (before.width !== Math.round(width) || session.editing.get() === null) fitToView(session)
    })
    observer.observe(area.current)
    const stop = session.pageId.subscribe(() => fitToView(session))
    return () => {
      observer.disconnect()
      stop()
    }
  }, [session, area])
}
