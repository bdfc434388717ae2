import { drawInk } from '@anawim/drawing'
import type { EditorSession } from '../session/session.ts'
import type { Peer } from '../together/peer.ts'

/** The lines that others are drawing on the page that is shown. In screen pixels. */
export function drawPeersInk(ctx: CanvasRenderingContext2D, session: EditorSession, peers: readonly Peer[]): void {
  const { x, y, zoom } = session.camera.get()
  const { width, height } = session.page()
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(zoom, zoom)
  ctx.beginPath()
  ctx.rect(0, 0, width, height)
  ctx.clip()
  for (const { pageId, ink } of peers) if (ink && pageId === session.pageId.get()) drawInk(ctx, ink.points, ink)
  ctx.restore()
}
