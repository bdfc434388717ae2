import { type RefObject, useEffect } from 'react'

/** A ring around the whole canvas is for those who came to it with Tab; to all others it would only be in the way. */
export function useFocusRing(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current
    if (!element) return
    const onKeyUp = ({ key }: KeyboardEvent) => {
      if (key === 'Tab') element.dataset['byTab'] = ''
    }
    const hide = () => delete element.dataset['byTab']
    element.addEventListener('keyup', onKeyUp)
    element.addEventListener('blur', hide)
    element.addEventListener('pointerdown', hide)
    return () => {
      element.removeEventListener('keyup', onKeyUp)
      element.removeEventListener('blur', hide)
      element.removeEventListener('pointerdown', hide)
    }
  }, [area])
}
