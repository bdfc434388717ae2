import type { Box } from '@anawim/lesson'
import { type RefObject, useLayoutEffect } from 'react'
import type { Camera } from '../canvas/camera.ts'
import { useEditorSession } from '../session/editor-context.ts'

/**
 * Lays an element of the DOM over a box of the page. It is laid out at zoom 1 and scaled, because at other font sizes
 * the browser would round the letters' widths and break the lines elsewhere.
 */
export function usePlaceOnPage(target: RefObject<HTMLElement | null>, box: Box): void {
  const { camera } = useEditorSession()
  const { x, y, width, height, rotation } = box
  useLayoutEffect(() => {
    const place = () => {
      if (target.current) placeOver(target.current, camera.get(), { x, y, width, height, rotation })
    }
    place()
    return camera.subscribe(place)
  }, [camera, target, x, y, width, height, rotation])
}

function placeOver(element: HTMLElement, camera: Camera, { x, y, width, height, rotation }: Box): void {
  const { style } = element
  style.width = `${width}px`
  style.minHeight = `${height}px`
  style.transform =
    `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom}) ` +
    `translate(${x + width / 2}px, ${y + height / 2}px) ` +
    `rotate(${rotation}deg) translate(${-width / 2}px, ${-height / 2}px)`
}
