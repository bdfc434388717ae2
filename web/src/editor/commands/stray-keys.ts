import type { EditorSession } from '../session/session.ts'

/** Milliseconds without a key after which hands have understood that the text is gone. */
const CALM = 1_500

/**
 * When another deletes the text that one types in, the next letters are still meant for it: they must neither take tools nor delete
 * anything. `isStray` says so of a key; `stop` ends the watching.
 */
export function watchStrayKeys(session: EditorSession): {
  isStray: (event: KeyboardEvent) => boolean
  stop: () => void
} {
  let editing = session.editing.get()
  let left: string | null = null
  let last = Number.NEGATIVE_INFINITY
  const stops = [
    session.editing.subscribe(() => {
      left = editing
      editing = session.editing.get()
    }),
    session.subscribeLost((ids) => {
      if (left !== null && editing === null && ids.includes(left)) last = performance.now()
    }),
  ]
  return {
    isStray({ ctrlKey, metaKey, altKey }) {
      if (ctrlKey || metaKey || altKey || performance.now() - last > CALM) return false
      last = performance.now()
      return true
    },
    stop() {
      for (const stop of stops) stop()
    },
  }
}
