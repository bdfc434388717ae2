import type { LessonPage } from '@anawim/lesson'
import { useEffect, useRef, useState } from 'react'
import type { ImageCache } from '../page-resources/image-cache.ts'
import { keepDrawn, type PagePainter } from '../page-resources/keep-drawn.ts'
import styles from './viewer.module.css'

/** The page's picture, drawn by the same code as everywhere. `scale` is CSS pixels per page pixel. */
export function PageCanvas(props: {
  page: LessonPage
  scale: number
  resolution: number
  images: ImageCache
  /** Absent: as `drawPage` does. */
  painter?: PagePainter
}) {
  const { page, scale, resolution, images, painter } = props
  const canvasRef = useRef<HTMLCanvasElement>(null)
  const isNear = useIsNear(canvasRef)

  useEffect(() => {
    const canvas = canvasRef.current
    if (!canvas || !isNear) return
    return keepDrawn(canvas, page, scale * resolution, images, painter)
  }, [page, scale, resolution, images, painter, isNear])

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
