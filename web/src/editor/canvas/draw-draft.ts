import { drawPlaced, placeElement } from '@anawim/drawing'
import { attachMarks } from '../session/attach.ts'
import { screenMeasure } from '../session/measuring.ts'
import type { EditorSession } from '../session/session.ts'
import { type Camera, toScreen } from './camera.ts'

/** What one's own hand is making: ink, or an element that is not written yet; and what it would hang on. In screen pixels. */
export function drawDraft(ctx: CanvasRenderingContext2D, session: EditorSession, accent: string): void {
  const camera = session.camera.get()
  const target = session.target.get()
  if (target !== null) drawTarget(ctx, session, camera, target, accent)
  const ink = session.ink.get()
  const draft = session.draft.get()
  if (!ink && !draft) return
  ctx.save()
  ctx.translate(camera.x, camera.y)
  ctx.scale(camera.zoom, camera.zoom)
  if (ink) ink.draw(ctx, ink.points, ink.style)
  if (draft) drawPlaced(ctx, placeElement(draft, session.drawn.settled, screenMeasure()), session.images)
  ctx.restore()
}

function drawTarget(
  ctx: CanvasRenderingContext2D,
  session: EditorSession,
  camera: Camera,
  id: string,
  accent: string,
): void {
  const marks = attachMarks(session, id)
  if (!marks) return
  ctx.strokeStyle = accent
  ctx.fillStyle = '#ffffff'
  ctx.lineWidth = 2
  ctx.beginPath()
  marks.corners.forEach((corner, index) => {
    const { x, y } = toScreen(camera, corner)
    if (index === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  })
  ctx.closePath()
  ctx.stroke()
  for (const middle of marks.middles) {
    const { x, y } = toScreen(camera, middle)
    ctx.beginPath()
    ctx.arc(x, y, 4, 0, Math.PI * 2)
    ctx.fill()
    ctx.stroke()
  }
}
