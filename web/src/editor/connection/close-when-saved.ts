import { onTokenChange } from '../../session/token-store.ts'
import type { Connection } from './connection.ts'
import { wouldLoseEdits } from './save-state.ts'

/**
 * Closes a connection whose lesson nobody looks at any more: at once when everything is saved, else as soon as it is. Who
 * goes back to their lessons with an edit on its way need not wait for it. `closed` is called when it is over.
 */
export function closeWhenSaved(connection: Connection, closed: () => void): void {
  const { state, awareness } = connection
  const isDone = () => state.get().closed !== null || !wouldLoseEdits(state.get())
  const close = () => {
    stopState()
    stopToken()
    connection.close()
    closed()
  }
  const stopState = state.subscribe(() => isDone() && close())
  // Who has logged out sends nothing more.
  const stopToken = onTokenChange((token) => token === null && close())
  // The others see that one has left.
  awareness.setLocalState(null)
  if (isDone()) close()
}
