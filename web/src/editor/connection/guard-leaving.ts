import type { Value } from '../session/value.ts'
import { type SaveState, wouldLoseEdits } from './save-state.ts'

/**
 * While something is not saved, leaving the page is asked back by the browser; but not when staying saves nothing either, and
 * the edits are kept. Returns what ends that.
 */
export function guardLeaving(
  saving: Pick<Value<SaveState>, 'get' | 'subscribe'>,
  isKeeping: () => boolean,
): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  // Held only when there is need: browsers keep no page for "back" that listens.
  const update = () => {
    const state = saving.get()
    if (wouldLoseEdits(state) && !(state.closed && isKeeping())) window.addEventListener('beforeunload', ask)
    else window.removeEventListener('beforeunload', ask)
  }
  const stop = saving.subscribe(update)
  update()
  return () => {
    stop()
    window.removeEventListener('beforeunload', ask)
  }
}
