import { useEffect, useRef } from 'react'
import { useEditorSession } from '../session/editor-context.ts'

/** CSS pixels: letters smaller than this cannot be typed with a finger. */
const LEGIBLE = 16
/** The canvas of a phone, CSS pixels wide. */
const NARROW = 600
/** What the bar covers above the text, and what stays free beside it. */
const ABOVE = 76
const BESIDE = 16

interface NearText {
  x: number
  y: number
  width: number
  fontSize: number
}

/** On a phone the text that one begins to type in comes near, above where the keyboard will be; afterwards one is where one was. */
export function useNearText(text: NearText): void {
  const { camera, view } = useEditorSession()
  // Where it was when one began: it must not move under one's hand.
  const begun = useRef(text)
  useEffect(() => {
    const { x, y, width, fontSize } = begun.current
    const before = camera.get()
    const seen = view.get().width
    if (seen >= NARROW || fontSize * before.zoom >= LEGIBLE) return
    // As near as its whole width allows: while one types nothing scrolls.
    const zoom = Math.max(before.zoom, Math.min(LEGIBLE / fontSize, (seen - 2 * BESIDE) / width))
    const near = { x: BESIDE - x * zoom, y: ABOVE - y * zoom, zoom }
    camera.set(near)
    return () => {
      if (camera.get() === near) camera.set(before)
    }
  }, [camera, view])
}
