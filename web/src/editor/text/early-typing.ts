import { isTyping } from '../commands/is-typing.ts'

/**
 * Letters that come after a box was opened and before its editor has the focus. They are held from the call on, and given
 * (once) to whoever calls the result; until then the box's writer would lose the beginning of a word.
 */
export function holdEarlyTyping(): () => string {
  let held = ''
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    if (event.key.length !== 1) return
    held += event.key
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', onKey, { capture: true })
  return () => {
    window.removeEventListener('keydown', onKey, { capture: true })
    const typed = held
    held = ''
    return typed
  }
}
