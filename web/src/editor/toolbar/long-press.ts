import { distance, type Point } from '../canvas/point.ts'
import { screenPoint } from '../canvas/pointer-input.ts'

/** Milliseconds that a finger rests, and CSS pixels that it may tremble. Not all browsers tell of a long press by themselves. */
const PATIENCE = 500
const TREMBLE = 10

/**
 * Watches for one finger that rests on `area`, beside what floats over it. `onPress` says whether it takes the press: then lifting the
 * finger is no click. Returns what ends the watching.
 */
export function watchLongPress(area: HTMLElement, onPress: (at: Point) => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let from: Point | null = null
  let isTaken = false
  const end = () => {
    clearTimeout(timer)
    from = null
  }
  const onDown = (event: PointerEvent) => {
    end()
    isTaken = false
    const isOver = event.target instanceof Element && event.target.closest('[data-over-canvas]')
    if (event.pointerType !== 'touch' || !event.isPrimary || isOver) return
    const at = screenPoint(event, area)
    from = at
    timer = setTimeout(() => {
      from = null
      isTaken = onPress(at)
    }, PATIENCE)
  }
  const onMove = (event: PointerEvent) => {
    if (from && distance(from, screenPoint(event, area)) > TREMBLE) end()
  }
  // Else the click that browsers make of a touch would close what has just opened.
  const onLift = (event: TouchEvent) => {
    if (isTaken && event.cancelable) event.preventDefault()
    isTaken = false
  }
  area.addEventListener('pointerdown', onDown)
  area.addEventListener('pointermove', onMove)
  area.addEventListener('pointerup', end)
  area.addEventListener('pointercancel', end)
  area.addEventListener('touchend', onLift)
  return () => {
    end()
    area.removeEventListener('pointerdown', onDown)
    area.removeEventListener('pointermove', onMove)
    area.removeEventListener('pointerup', end)
    area.removeEventListener('pointercancel', end)
    area.removeEventListener('touchend', onLift)
  }
}
