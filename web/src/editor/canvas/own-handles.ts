import { editorOf } from '../kinds/index.ts'
import type { EditorSession } from '../session/session.ts'
import type { Point } from './point.ts'

/** A handle that only its kind knows: an end of a line, say. */
export interface OwnHandle {
  elementId: string
  handle: string
  point: Point
}

/** The handles that the only selected element has instead of those of a box; null when it has those. */
export function ownHandles(session: EditorSession): readonly OwnHandle[] | null {
  const [only, ...others] = session.selected()
  if (!only || others.length > 0) return null
  const points = editorOf(only)?.ownHandles
  const drawn = points && session.drawn.now(only.id)
  if (!points || !drawn) return null
  return only.locked ? [] : points(drawn).map((each) => ({ ...each, elementId: only.id }))
}
