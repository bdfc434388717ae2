import { drawPlaced } from '@anawim/drawing'
import type { LessonElement } from '@anawim/lesson'
import type { EditorSession } from '../session/session.ts'

/** What an eraser has gone over is nearly gone. */
const FADED = 0.2

/** Paints an element of the page where it stands, in page pixels. */
export function paintElement(ctx: CanvasRenderingContext2D, element: LessonElement, session: EditorSession): void {
  const isFaded = session.faded.get()?.has(element.id) === true || session.preview.faded().has(element.id)
  if (isFaded) ctx.globalAlpha = FADED
  drawPlaced(ctx, element, session.images)
  if (isFaded) ctx.globalAlpha = 1
}
