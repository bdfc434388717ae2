import { useRef } from 'react'

/** Milliseconds in which a dialog lets go of the focus. */
const CLOSING = 30

/**
 * For dialogs whose first field takes the focus while they open: they would give it back to that field, which is gone. `remember` is
 * called before one opens, `giveBack` when it closes. What has opened it may be gone, too, as an item of a menu is: then `otherwise`
 * (a selector) has the focus.
 */
export function useOpener(otherwise: string) {
  const opener = useRef<Element | null>(null)
  return {
    remember() {
      opener.current = document.activeElement
    },
    giveBack() {
      setTimeout(() => {
        const here = document.activeElement
        if (here && here !== document.body && !here.closest('[role="dialog"]')) return
        const isThere = opener.current?.isConnected === true && opener.current !== document.body
        const target = isThere ? opener.current : document.querySelector(otherwise)
        if (target instanceof HTMLElement) target.focus({ preventScroll: true })
      }, CLOSING)
    },
  }
}
