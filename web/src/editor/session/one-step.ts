import type { EditorSession } from './session.ts'

/** Whatever `write` does is one step of undo, and no part of another. */
export function asOneStep<T>({ history }: Pick<EditorSession, 'history'>, write: () => T): T {
  history.beginStep()
  const result = write()
  history.beginStep()
  return result
}
