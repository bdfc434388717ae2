import { drawPage, watchLooks } from '@anawim/drawing'
import type { LessonPage } from '@anawim/lesson'
import { useEffect, useRef, useState } from 'react'
import type { ImageCache } from '../page-resources/image-cache.ts'
import styles from './viewer.module.css'

/** Pixels of one canvas, beyond which some phones draw nothing at all. */
const MOST_PIXELS = 12_000_000

/** The page's picture, drawn by the same code as everywhere. `scale` is CSS pixels per page pixel. */
export function PageCanvas(props: { page: LessonPage; scale: number; resolution: number; images: ImageCache }) {
  const { page, scale, resolution, images } = props
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const isNear = useIsNear(canvasRef)

  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas || !isNear) return
    let frame = 0
    const draw = () => {
      const wanted = scale * resolution
      const factor = Math.min(wanted, Math.sqrt(MOST_PIXELS / (page.width * page.height)))
      canvas.width = Math.round(page.width * factor)
      canvas.height = Math.round(page.height * factor)
      const context = canvas.getContext('2d')
      if (!context) return
      context.setTransform(factor, 0, 0, factor, 0, 0)
      drawPage(context, page, images)
    }
    const schedule = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    schedule()
    const stops = [images.subscribe(schedule), watchLooks(schedule)]
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [page, scale, resolution, images, isNear])

  return <canvas ref={canvasRef} className={styles.canvas} aria-hidden="true" />
}

/** Is it on the screen, or within a screen of it? Pages far away cost nothing. */
function useIsNear(target: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (!target.current) return
    const observer = new IntersectionObserver((entries) => setIsNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: '100% 0px',
    })
    observer.observe(target.current)
    return () => observer.disconnect()
  }, [target])
  return isNear
}
