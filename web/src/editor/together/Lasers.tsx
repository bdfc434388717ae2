import { useEffect, useRef } from 'react'
import type { Size } from '../canvas/camera.ts'
import type { Point } from '../canvas/point.ts'
import { useEditor } from '../session/editor-context.ts'
import { LaserTrail } from '../../moving/laser-trail.ts'
import styles from './Lasers.module.css'

/** One's own; nobody else has that client id. */
const ME = -1
const OWN_COLOR = '#e03131'

interface LasersProps {
  /** Where a place of the shown page is on the canvas, CSS pixels. */
  toScreen: (point: Point) => Point
}

/** What the lasers of all who look at this page draw, on a canvas of its own that costs nothing while nobody points. */
export function Lasers({ toScreen }: LasersProps) {
  const { session, room } = useEditor()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const trails = new Map<number, LaserTrail>()
    let frame: number | null = null
    const draw = () => {
      frame = null
      const context = canvas.current?.getContext('2d')
      if (!canvas.current || !context) return
      fit(canvas.current, { width: canvas.current.clientWidth, height: canvas.current.clientHeight })
      const ratio = window.devicePixelRatio || 1
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, canvas.current.width, canvas.current.height)
      const now = performance.now()
      for (const [clientId, trail] of trails) {
        context.save()
        trail.draw(context, toScreen, now)
        context.restore()
        if (!trail.isSeen) trails.delete(clientId)
      }
      if ([...trails.values()].some(({ isFading }) => isFading)) wake()
    }
    const wake = () => {
      frame ??= requestAnimationFrame(draw)
    }
    const point = (clientId: number, color: string, to: Point | null) => {
      const trail = trails.get(clientId) ?? (to && new LaserTrail(color))
      if (!trail) return
      trails.set(clientId, trail)
      trail.point(to, performance.now())
      wake()
    }
    const showOwn = () => point(ME, OWN_COLOR, session.tool.get() === 'laser' ? session.laser.get() : null)
    const showOthers = () => {
      const here = new Map(room?.moving().map((peer) => [peer.clientId, peer]))
      for (const clientId of trails.keys()) if (clientId !== ME && !here.has(clientId)) point(clientId, '', null)
      for (const { clientId, user, pageId, isLaser, cursor } of here.values()) {
        point(clientId, user.color, isLaser && pageId === session.pageId.get() ? cursor : null)
      }
    }
    const turn = () => {
      trails.clear()
      wake()
    }
    const stops = [
      session.laser.subscribe(showOwn),
      session.tool.subscribe(showOwn),
      session.pageId.subscribe(turn),
      room?.subscribeMoving(showOthers) ?? (() => {}),
    ]
    return () => {
      if (frame !== null) cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [session, room, toScreen])
  return <canvas ref={canvas} className={styles.lasers} aria-hidden />
}

/** Sets the size only where it differs: that clears a canvas, and costs. */
function fit(canvas: HTMLCanvasElement, { width, height }: Size): void {
  const ratio = window.devicePixelRatio || 1
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== across) canvas.width = across
  if (canvas.height !== down) canvas.height = down
}
