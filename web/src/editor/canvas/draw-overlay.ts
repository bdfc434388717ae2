import type { Box } from '@anawim/lesson'
import type { EditorSession } from '../session/session.ts'
import type { Peer } from '../together/peer.ts'
import { type Camera, type Size, toScreen } from './camera.ts'
import { cornersOf } from './boxes.ts'
import { handlePoints } from './handles.ts'
import { selectionFrame } from './hit.ts'
import { type OwnHandle, ownHandles } from './own-handles.ts'
import type { Rect } from './point.ts'
import { laterCode } from '../../ui/later.ts'

const accent = '#0b6a5c'
const paper = '#ffffff'
const HANDLE = 5
/** Page pixels by which the reach of what fills the page stands out: with its outline, and what is kept free around all that is painted. */
const BORDER = 32

/** What only gestures show: the first picture need not wait for it. */
const guideCode = laterCode(() => import('./draw-guides.ts'))
const draftCode = laterCode(() => import('./draw-draft.ts'))
const peersInkCode = laterCode(() => import('./draw-peers-ink.ts'))

/** Outlines, handles and marquee: in screen pixels, so that they are as thin at any zoom. */
export function drawOverlay(ctx: CanvasRenderingContext2D, session: EditorSession, peers: readonly Peer[]): void {
  const camera = session.camera.get()
  const page = session.page()
  if (hangsOut(session.places.reach(), page)) guideCode()?.drawPageEdge(ctx, camera, page)
  const grid = session.grid.get()
  if (grid !== null) guideCode()?.drawGrid(ctx, camera, page, grid)
  guideCode()?.drawGuides(ctx, camera, session.guides.get())
  if (peers.some(({ ink }) => ink)) peersInkCode()?.drawPeersInk(ctx, session, peers)
  for (const peer of peers) drawPeer(ctx, session, camera, peer)
  drawSelection(ctx, session, camera)
  draftCode()?.drawDraft(ctx, session, accent)
  const rect = session.rect.get()
  if (rect) drawRect(ctx, camera, rect.rect, rect.as === 'marquee')
}

function hangsOut({ x, y, width, height }: Rect, page: Size): boolean {
  return x < -BORDER || y < -BORDER || x + width > page.width + BORDER || y + height > page.height + BORDER
}

function drawSelection(ctx: CanvasRenderingContext2D, session: EditorSession, camera: Camera): void {
  const selected = session.selected()
  const own = ownHandles(session)
  if (own) {
    if (session.tool.get() === 'select' && !session.preview.isMoving() && !session.draft.get())
      drawOwnHandles(ctx, camera, own)
    return
  }
  for (const { id, locked } of selected) {
    const box = session.preview.get(id) ?? session.boxOf(id)
    if (!box) continue
    ctx.setLineDash(locked ? [5, 4] : [])
    strokeBox(ctx, camera, box, accent, selected.length > 1 ? 1 : 1.5)
  }
  ctx.setLineDash([])
  if (session.editing.get() !== null || session.tool.get() !== 'select') return
  const frame = selectionFrame(session)
  if (!frame) return
  if (selected.length > 1) strokeBox(ctx, camera, frame, accent, 1.5)
  if (!session.preview.isMoving()) drawHandles(ctx, camera, frame)
}

function drawHandles(ctx: CanvasRenderingContext2D, camera: Camera, frame: Box): void {
  const points = handlePoints(frame, camera.zoom)
  ctx.fillStyle = paper
  ctx.strokeStyle = accent
  ctx.lineWidth = 1.5
  for (const { handle, point } of points) {
    const { x, y } = toScreen(camera, point)
    ctx.save()
    ctx.translate(x, y)
    ctx.rotate((frame.rotation * Math.PI) / 180)
    ctx.beginPath()
    if (handle === 'rotate') ctx.arc(0, 0, HANDLE + 1, 0, Math.PI * 2)
    else if (handle.length === 2) ctx.roundRect(-HANDLE, -HANDLE, HANDLE * 2, HANDLE * 2, 3)
    else if (handle === 'n' || handle === 's') ctx.roundRect(-8, -3, 16, 6, 3)
    else ctx.roundRect(-3, -8, 6, 16, 3)
    ctx.fill()
    ctx.stroke()
    ctx.restore()
  }
}

function drawOwnHandles(ctx: CanvasRenderingContext2D, camera: Camera, handles: readonly OwnHandle[]): void {
  ctx.fillStyle = paper
  ctx.strokeStyle = accent
  ctx.lineWidth = 1.5
  for (const { point } of handles) {
    const { x, y } = toScreen(camera, point)
    ctx.beginPath()
    ctx.arc(x, y, HANDLE + 1, 0, Math.PI * 2)
    ctx.fill()
    ctx.stroke()
  }
}

/** What another has selected, in their colour. Names stand at their cursors. */
function drawPeer(ctx: CanvasRenderingContext2D, session: EditorSession, camera: Camera, peer: Peer): void {
  if (peer.pageId !== session.pageId.get()) return
  for (const id of peer.selection) {
    const box = session.preview.get(id) ?? session.boxOf(id)
    if (box && session.model.pageIdOf(id) === peer.pageId) strokeBox(ctx, camera, box, peer.user.color, 2)
  }
}

function strokeBox(ctx: CanvasRenderingContext2D, camera: Camera, box: Box, color: string, width: number): void {
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.beginPath()
  cornersOf(box).forEach((corner, index) => {
    const { x, y } = toScreen(camera, corner)
    if (index === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  })
  ctx.closePath()
  ctx.stroke()
}

function drawRect(ctx: CanvasRenderingContext2D, camera: Camera, rect: Rect, isFilled: boolean): void {
  const { x, y } = toScreen(camera, rect)
  ctx.strokeStyle = accent
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.rect(x, y, rect.width * camera.zoom, rect.height * camera.zoom)
  if (isFilled) {
    ctx.fillStyle = 'rgb(11 106 92 / 8%)'
    ctx.fill()
  }
  ctx.stroke()
}
