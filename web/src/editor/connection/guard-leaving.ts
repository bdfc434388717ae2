import type { Value } from '../session/value.ts'
import { type SaveState, wouldLoseEdits } from './save-state.ts'

/** Milliseconds. */
const CALM = 1_000

/**
 * While something is not saved, leaving the page is asked back by the browser; but not when staying saves nothing either, and
 * the edits are kept. Returns what ends that.
 */
export function guardLeaving(
  saving: Pick<Value<SaveState>, 'get' | 'subscribe'>,
  isKeeping: () => boolean,
): () => void {
  const isNeeded = () => {
    const state = saving.get()
    return wouldLoseEdits(state) && !(state.closed && isKeeping())
  }
  const ask = (event: BeforeUnloadEvent) => {
    if (isNeeded()) event.preventDefault()
  }
  // Held only when there is need: browsers keep no page for "back" that listens. But not let go of behind each letter.
  let isHeld = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const letGo = () => {
    clearTimeout(timer)
    timer = undefined
    isHeld = false
    window.removeEventListener('beforeunload', ask)
  }
  const update = () => {
    if (!isNeeded()) {
      if (isHeld) timer ??= setTimeout(letGo, CALM)
      return
    }
    clearTimeout(timer)
    timer = undefined
    if (!isHeld) window.addEventListener('beforeunload', ask)
    isHeld = true
  }
  const stop = saving.subscribe(update)
  update()
  return () => {
    stop()
    letGo()
  }
}
