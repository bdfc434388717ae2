import { drawPage, watchLooks } from '@anawim/drawing'
import { memo, useEffect, useRef } from 'react'
import { useEditorSession } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import styles from './PageStrip.module.css'

/** Pixels of the longer side, for screens of double density. */
const LONG_SIDE = 320
/** Milliseconds without a change after which it is drawn again. */
const CALM = 300

/** The page as it is, drawn small a moment after each change. */
export const PageThumbnail = memo(function PageThumbnail({ page }: { page: PageHead }) {
  const { model, images } = useEditorSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const draw = () => {
      const context = canvas.current?.getContext('2d')
      if (!context || !canvas.current) return
      const scale = LONG_SIDE / Math.max(page.width, page.height)
      canvas.current.width = Math.round(page.width * scale)
      canvas.current.height = Math.round(page.height * scale)
      context.setTransform(scale, 0, 0, scale, 0, 0)
      drawPage(context, model.wholePage(page), images)
    }
    const schedule = () => {
      clearTimeout(timer)
      timer = setTimeout(draw, CALM)
    }
    draw()
    const stops = [model.subscribePage(page.id, schedule), images.subscribe(schedule), watchLooks(schedule)]
    document.fonts.addEventListener('loadingdone', schedule)
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
      document.fonts.removeEventListener('loadingdone', schedule)
    }
  }, [page, model, images])
  return (
    <canvas
      ref={canvas}
      className={styles.thumbnail}
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      aria-hidden
    />
  )
})
