import type { EditorSession } from '../session/session.ts'
import type { Snapper } from '../tools/select/snapping.ts'

type SnapperFor = (session: EditorSession, moving: readonly string[]) => Snapper

let code: SnapperFor | null = null

/** Brings the code of snapping, which the first picture need not wait for. Without a network the next one who asks tries again. */
export function loadSnapper(): void {
  if (code) return
  void import('./snapper-for.ts').then(
    ({ snapperFor }) => {
      code = snapperFor
    },
    () => undefined,
  )
}

/** Null while its code is on its way: then nothing snaps. */
export function lateSnapper(session: EditorSession, moving: readonly string[]): Snapper | null {
  loadSnapper()
  return code?.(session, moving) ?? null
}
