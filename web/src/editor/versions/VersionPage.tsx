import type { LessonPage } from '@anawim/lesson'
import { useElementSize, useIntersection, useMergedRef } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { keepDrawn } from '../../page-resources/keep-drawn.ts'
import { useEditorSession } from '../session/editor-context.ts'
import styles from './versions.module.css'

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
    return keepDrawn(target, page, (width / page.width) * Math.min(3, window.devicePixelRatio), images)
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
