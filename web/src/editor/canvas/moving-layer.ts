import { drawPlaced } from '@anawim/drawing'
import type { EditorSession } from '../session/session.ts'

/** More elements than this are not drawn above the page while its picture is behind: they will be in it soon. */
const MOST_LATE = 300

/**
 * What moves now, by own hand or another's, on a page of so many elements that it is drawn apart; and what has changed and
 * is not in the page's picture yet.
 */
export function drawMoving(ctx: CanvasRenderingContext2D, session: EditorSession, late: ReadonlySet<string>): void {
  const moving = session.places.movesApart() ? session.preview.all() : null
  if (late.size <= MOST_LATE) {
    for (const id of late) {
      const shown = moving?.has(id) ? null : session.places.get(id)?.shown
      if (shown) drawPlaced(ctx, shown, session.images)
    }
  }
  if (!moving) return
  for (const id of moving.keys()) {
    const element = session.drawn.now(id)
    if (!element || element.hidden || session.model.pageIdOf(id) !== session.pageId.get()) continue
    drawPlaced(ctx, element, session.images)
  }
}
