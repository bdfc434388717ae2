import type { LessonPage } from '@anawim/lesson'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageCache } from '../page-resources/image-cache.ts'
import type { PagePainter } from '../page-resources/keep-drawn.ts'
import { PageCanvas } from './PageCanvas.tsx'
import { PageText } from './PageText.tsx'
import styles from './viewer.module.css'

interface Props {
  page: LessonPage
  /** From 1. */
  number: number
  resolution: number
  images: ImageCache
  painter: PagePainter
}

/** One page: its picture, with its text above it. Drawn again only when this very page has changed. */
export const PageView = memo(function PageView({ page, number, resolution, images, painter }: Props) {
  const { t } = useTranslation('viewer')
  const frameRef = useRef<HTMLDivElement>(null)
  const width = useWidth(frameRef)
  const scale = width / page.width
  const heading = `page-${number}`

  return (
    <section className={styles.page} aria-labelledby={heading} data-page-id={page.id}>
      <h2 id={heading} className={styles.pageName}>
        {page.name || t('viewer:page', { number })}
      </h2>
      <div ref={frameRef} className={styles.frame} style={{ aspectRatio: `${page.width} / ${page.height}` }}>
        {width > 0 && (
          <>
            <PageCanvas page={page} scale={scale} resolution={resolution} images={images} painter={painter} />
            <PageText page={page} scale={scale} />
          </>
        )}
      </div>
    </section>
  )
})

function useWidth(target: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!target.current) return
    const observer = new ResizeObserver((entries) => setWidth(entries.at(-1)?.contentRect.width ?? 0))
    observer.observe(target.current)
    return () => observer.disconnect()
  }, [target])
  return width
}
