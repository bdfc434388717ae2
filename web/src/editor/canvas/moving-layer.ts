import { drawPlaced } from '@anawim/drawing'
import { drawnBox, withBox } from '../session/measuring.ts'
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
  for (const [id, box] of session.preview.all()) {
    const element = session.model.element(id)
    if (!element || element.hidden || session.model.pageIdOf(id) !== session.pageId.get()) continue
    drawPlaced(ctx, withBox(element, drawnBox(element), box), session.images)
  }
}
