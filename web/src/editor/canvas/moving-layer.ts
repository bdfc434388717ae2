import { drawPlaced } from '@anawim/drawing'
import type { EditorSession } from '../session/session.ts'

/** More elements than this, and drawing all of them again at each frame of a drag would be felt. */
const MANY = 300

/**
 * Are moving elements drawn on a layer of their own, above the page that stands still? On small pages they stay in their
 * place among the others, which is what a drop will show.
 */
export function movesApart(session: EditorSession): boolean {
  return session.model.elementIds(session.pageId.get()).length > MANY
}

/** What moves now, by own hand or another's. */
export function drawMoving(ctx: CanvasRenderingContext2D, session: EditorSession): void {
  if (!movesApart(session)) return
  const pageId = session.pageId.get()
  const moving = new Set(session.preview.all().keys())
  if (moving.size === 0) return
  for (const id of new Set([...moving, ...session.drawn.linesOn(pageId, moving)])) {
    const element = session.drawn.now(id)
    if (!element || element.hidden || session.model.pageIdOf(id) !== pageId) continue
    drawPlaced(ctx, element, session.images)
  }
}
