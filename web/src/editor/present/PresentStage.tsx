import { pictureAddresses } from '@anawim/lesson'
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { PageCanvas } from '../../viewer/PageCanvas.tsx'
import { PageText } from '../../viewer/PageText.tsx'
import { useResolution } from '../../viewer/use-resolution.ts'
import type { Size } from '../canvas/camera.ts'
import type { Point } from '../canvas/point.ts'
import { useEditor } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import { Lasers } from '../together/Lasers.tsx'
import type { PresentAct } from './present-key.ts'
import styles from './Presentation.module.css'
import { useReadersPage } from './use-readers-page.ts'

/** CSS pixels that a finger goes to turn the page. */
const SWIPE = 50
/** The left part of the screen, in which a tap goes back. */
const BACK = 0.3

interface PresentStageProps {
  page: PageHead
  /** Its pictures are fetched before one turns to it. */
  next: PageHead | undefined
  onAct: (act: PresentAct) => void
}

/** One page, as large as the screen. A click or a swipe turns it; the laser points. */
export function PresentStage({ page, next, onAct }: PresentStageProps) {
  const { session, room } = useEditor()
  const stage = useRef<HTMLDivElement>(null)
  const pressed = useRef<Point | null>(null)
  const { width, height } = useSize(stage)
  const content = useReadersPage(session, page)
  const resolution = useResolution()
  const scale = Math.min(width / page.width, height / page.height)
  const left = (width - page.width * scale) / 2
  const top = (height - page.height * scale) / 2
  useEffect(() => {
    if (next) for (const src of pictureAddresses(session.model.wholePage(next))) session.images.get(src)
  }, [session, next])
  const toScreen = useCallback(({ x, y }: Point) => ({ x: left + x * scale, y: top + y * scale }), [left, top, scale])

  const point = (event: PointerEvent) => {
    if (session.tool.get() !== 'laser') return
    const place = { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale }
    session.laser.set(place)
    room?.showCursor(place)
  }
  const onUp = (event: PointerEvent) => {
    const from = pressed.current
    pressed.current = null
    if (
      !from ||
      event.button !== 0 ||
      (event.target instanceof Element && event.target.closest('a, button, video, audio'))
    )
      return
    const across = event.clientX - from.x
    const isTouch = event.pointerType === 'touch'
    if (Math.abs(across) > SWIPE) {
      if (isTouch) onAct(across < 0 ? 'next' : 'previous')
    } else if (session.tool.get() !== 'laser') onAct(isTouch && event.clientX < width * BACK ? 'previous' : 'next')
  }
  return (
    <div
      ref={stage}
      className={styles.stage}
      role="presentation"
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY }
        point(event)
      }}
      onPointerMove={point}
      onPointerUp={onUp}
      onPointerLeave={() => {
        session.laser.set(null)
        room?.showCursor(null)
      }}
    >
      {content && width > 0 && (
        <div
          className={styles.page}
          style={{ left, top, width: page.width * scale, height: page.height * scale }}
          data-presented-page={page.id}
        >
          <PageCanvas page={content} scale={scale} resolution={resolution} images={session.images} />
          <PageText page={content} scale={scale} />
        </div>
      )}
      <Lasers toScreen={toScreen} />
    </div>
  )
}

function useSize(target: React.RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    if (!target.current) return
    const observer = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect
      if (box) setSize({ width: box.width, height: box.height })
    })
    observer.observe(target.current)
    return () => observer.disconnect()
  }, [target])
  return size
}
