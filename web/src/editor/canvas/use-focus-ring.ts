import { type RefObject, useEffect } from 'react'

/** Milliseconds in which what closes under a press on the canvas gives the focus back to its own button. */
const STRUGGLE = 300

/**
 * A ring around the whole canvas is for those who came to it by the keyboard; to all others it would only be in the way. Who presses it to be rid
 * of a menu goes on at the canvas: the menu's button must not have the next keys.
 */
export function useFocusRing(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current
    if (!element) return
    const onKeyUp = ({ key }: KeyboardEvent) => {
      if (key === 'Tab' || key === 'F6') element.dataset['byTab'] = ''
    }
    const hide = () => delete element.dataset['byTab']
    let pressed = Number.NEGATIVE_INFINITY
    const onDown = (event: PointerEvent) => {
      hide()
      if (!(event.target instanceof Element && event.target.closest('[data-over-canvas]'))) pressed = event.timeStamp
    }
    const onFocus = ({ target, timeStamp }: FocusEvent) => {
      if (timeStamp - pressed < STRUGGLE && target instanceof Node && !element.contains(target))
        element.focus({ preventScroll: true })
    }
    element.addEventListener('keyup', onKeyUp)
    element.addEventListener('blur', hide)
    element.addEventListener('pointerdown', onDown)
    document.addEventListener('focusin', onFocus)
    return () => {
      element.removeEventListener('keyup', onKeyUp)
      element.removeEventListener('blur', hide)
      element.removeEventListener('pointerdown', onDown)
      document.removeEventListener('focusin', onFocus)
    }
  }, [area])
}
