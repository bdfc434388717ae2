import { type RefObject, useEffect } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import { panBy, zoomAt } from './camera.ts'

/** Pixels of one line, for mice that count in lines. */
const LINE = 16

/** The wheel pans, with ctrl (or a pinch on a touchpad) it zooms at the pointer. */
export function useWheel(area: RefObject<HTMLElement | null>): void {
  const { camera } = useEditorSession()
  useEffect(() => {
    const element = area.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      // React's listeners are passive: only this one can keep the browser from zooming the whole page.
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
      const { left, top } = element.getBoundingClientRect()
      if (event.ctrlKey || event.metaKey) {
        const factor = Math.exp((-event.deltaY * unit) / 300)
        const anchor = { x: event.clientX - left, y: event.clientY - top }
        camera.set(zoomAt(camera.get(), camera.get().zoom * factor, anchor))
      } else {
        const by =
          event.shiftKey && event.deltaX === 0 ? { x: event.deltaY, y: 0 } : { x: event.deltaX, y: event.deltaY }
        camera.set(panBy(camera.get(), { x: -by.x * unit, y: -by.y * unit }))
      }
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [camera, area])
}
