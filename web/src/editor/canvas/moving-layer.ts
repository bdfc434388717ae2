import type { EditorSession } from '../session/session.ts'
import { paintElement } from './paint-element.ts'

/** More elements than this are not drawn above the page while its picture is behind: they will be in it soon. */
const MOST_LATE = 300

/**
 * What moves now, by own hand or another's, on a page of so many elements that it is drawn apart; and what has changed and
 * is not in the page's picture yet.
 */
export function drawMoving(ctx: CanvasRenderingContext2D, session: EditorSession, late: ReadonlySet<string>): void {
  const moving = session.places.movesApart() ? movingIds(session) : new Set<string>()
  if (late.size <= MOST_LATE) {
    for (const id of late) {
      const shown = moving.has(id) ? null : session.places.get(id)?.shown
      if (shown) paintElement(ctx, shown, session)
    }
  }
  for (const id of moving) {
    const element = session.drawn.now(id)
    if (!element || element.hidden || session.model.pageIdOf(id) !== session.pageId.get()) continue
    paintElement(ctx, element, session)
  }
}

/** What a hand has, and the lines that hang on it. */
function movingIds({ preview, drawn, pageId }: EditorSession): ReadonlySet<string> {
  const held = new Set(preview.all().keys())
  return held.size === 0 ? held : new Set([...held, ...drawn.linesOn(pageId.get(), held)])
}
