import { drawPage } from '@anawim/drawing'
import type { LessonPage } from '@anawim/lesson'
import { useElementSize, useIntersection, useMergedRef } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import styles from './versions.module.css'

/** Some phones draw nothing on a larger canvas. */
const MOST_PIXELS = 12_000_000

/** A page as it was, drawn by what draws it everywhere, as wide as there is room. Pages far from the screen cost nothing. */
export function VersionPage({ page, label }: { page: LessonPage; label: string }) {
  const { images } = useEditorSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { ref: measured, width } = useElementSize<HTMLCanvasElement>()
  const { ref: watched, entry } = useIntersection<HTMLCanvasElement>({ rootMargin: '100% 0px' })
  const ref = useMergedRef(canvas, measured, watched)
  const isNear = entry?.isIntersecting ?? false
  useEffect(() => {
    const target = canvas.current
    if (!target || !isNear || width === 0) return
    let frame = 0
    const draw = () => {
      const wanted = (width / page.width) * Math.min(3, window.devicePixelRatio)
      const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (page.width * page.height)))
      target.width = Math.round(page.width * scale)
      target.height = Math.round(page.height * scale)
      const context = target.getContext('2d')
      if (!context) return
      context.setTransform(scale, 0, 0, scale, 0, 0)
      drawPage(context, page, images)
    }
    const schedule = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    schedule()
    const stop = images.subscribe(schedule)
    document.fonts.addEventListener('loadingdone', schedule)
    return () => {
      cancelAnimationFrame(frame)
      stop()
      document.fonts.removeEventListener('loadingdone', schedule)
    }
  }, [page, images, width, isNear])
  return (
    <canvas
      ref={ref}
      role="img"
      aria-label={label}
      className={styles.canvas}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
    />
  )
}
