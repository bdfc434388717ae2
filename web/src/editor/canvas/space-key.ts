let isHeld = false

/** Is the space bar down, outside of anything one types in? */
export function isSpaceHeld(): boolean {
  return isHeld
}

/** Watches the space bar while an editor is open. Returns what ends it. */
export function watchSpaceKey(isTyping: (event: KeyboardEvent) => boolean): () => void {
  const onDown = (event: KeyboardEvent) => {
    if (event.code !== 'Space' || isTyping(event)) return
    isHeld = true
    // It would press a focused button or scroll the page.
    if (event.target instanceof HTMLElement && event.target.closest('[data-canvas]')) event.preventDefault()
  }
  const onUp = (event: KeyboardEvent) => {
    if (event.code === 'Space') isHeld = false
  }
  const onBlur = () => {
    isHeld = false
  }
  window.addEventListener('keydown', onDown)
  window.addEventListener('keyup', onUp)
  window.addEventListener('blur', onBlur)
  return () => {
    window.removeEventListener('keydown', onDown)
    window.removeEventListener('keyup', onUp)
    window.removeEventListener('blur', onBlur)
    isHeld = false
  }
}
