import type Konva from 'konva'
import type { Context } from 'konva/lib/Context'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Layer, Shape, Stage } from './konva.ts'
import { useEditor, usePages } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import type { ToolRunner } from '../tools/tool-runner.ts'
import type { Camera } from './camera.ts'
import styles from './canvas.module.css'
import { drawOverlay } from './draw-overlay.ts'
import { drawSheet } from './draw-sheet.ts'
import { drawMoving } from './moving-layer.ts'
import { useCameraFit } from './use-camera-fit.ts'
import { useDropImages } from './use-drop-images.ts'
import { useFocusRing } from './use-focus-ring.ts'
import { usePagePicture } from './use-page-picture.ts'
import { usePointer } from './use-pointer.ts'
import { useRedraw } from './use-redraw.ts'
import { useWheel } from './use-wheel.ts'

/** A widget of its own kind, which the keyboard must reach: `useKeys` has its keys. */
const widget = { role: 'application', tabIndex: 0 }

/** The page that is shown, and everything that lies over it. `children` stand over the canvas, in screen pixels. */
export function LessonCanvas({ runner, children }: { runner: ToolRunner; children?: ReactNode }) {
  const { t } = useTranslation('editor')
  const { session, room } = useEditor()
  const area = useRef<HTMLDivElement>(null)
  const pageLayer = useRef<Konva.Layer>(null)
  const overlayLayer = useRef<Konva.Layer>(null)
  const view = useValue(session.view)
  usePages()
  const page = session.page()
  useValue(session.pageId)

  useCameraFit(area)
  const picture = usePagePicture(pageLayer)
  useRedraw(pageLayer, overlayLayer)
  usePointer(area, runner)
  useWheel(area)
  useFocusRing(area)
  useDropImages(area)
  useEffect(() => {
    pageLayer.current?.batchDraw()
    // Its paper is part of the picture.
    picture.invalidate()
  }, [page, picture])

  const drawPage = ({ _context: ctx }: Context) => {
    ctx.save()
    lookThrough(ctx, session.camera.get())
    drawSheet(ctx, page)
    ctx.restore()
    const wasLate = picture.late().size > 0
    picture.draw(ctx, session.camera.get(), session.view.get(), window.devicePixelRatio || 1)
    if (wasLate) overlayLayer.current?.batchDraw()
  }
  // On one canvas: to show another one would cost more than to draw on it.
  const drawAbove = ({ _context: ctx }: Context) => {
    ctx.save()
    lookThrough(ctx, session.camera.get())
    drawMoving(ctx, session, picture.late())
    ctx.restore()
    drawOverlay(ctx, session, room?.moving() ?? [])
  }

  return (
    <div
      ref={area}
      className={styles.area}
      {...widget}
      aria-label={t('editor:canvas.label')}
      aria-describedby="canvas-help"
      data-canvas
    >
      <p id="canvas-help" className={styles.hidden}>
        {t('editor:canvas.help')}
      </p>
      <Stage width={view.width} height={view.height} listening={false}>
        <Layer ref={pageLayer} listening={false}>
          <Shape sceneFunc={drawPage} listening={false} perfectDraw={false} />
        </Layer>
        <Layer ref={overlayLayer} listening={false}>
          <Shape sceneFunc={drawAbove} listening={false} perfectDraw={false} />
        </Layer>
      </Stage>
      {children}
    </div>
  )
}

/** From here on one unit of the context is a page pixel. */
function lookThrough(ctx: CanvasRenderingContext2D, camera: Camera): void {
  ctx.translate(camera.x, camera.y)
  ctx.scale(camera.zoom, camera.zoom)
}
