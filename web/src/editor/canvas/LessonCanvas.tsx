import type Konva from 'konva'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Layer, Shape, Stage } from './konva.ts'
import { useEditor, useEditorSession, useElementIds, usePages } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import type { ToolRunner } from '../tools/tool-runner.ts'
import styles from './canvas.module.css'
import { drawOverlay } from './draw-overlay.ts'
import { drawSheet } from './draw-sheet.ts'
import { ElementNode } from './ElementNode.tsx'
import { drawMoving } from './moving-layer.ts'
import { useCameraFit } from './use-camera-fit.ts'
import { useDropImages } from './use-drop-images.ts'
import { useFocusRing } from './use-focus-ring.ts'
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
  const movingLayer = useRef<Konva.Layer>(null)
  const overlayLayer = useRef<Konva.Layer>(null)
  const view = useValue(session.view)
  usePages()
  const page = session.page()
  useValue(session.pageId)

  useCameraFit(area)
  useRedraw(pageLayer, movingLayer, overlayLayer)
  usePointer(area, runner)
  useWheel(area)
  useFocusRing(area)
  useDropImages(area)
  useEffect(() => {
    pageLayer.current?.batchDraw()
  }, [page])

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
          <Shape sceneFunc={(context) => drawSheet(context._context, page)} listening={false} perfectDraw={false} />
          <PageElements pageId={page.id} />
        </Layer>
        <Layer ref={movingLayer} listening={false}>
          <Shape sceneFunc={(context) => drawMoving(context._context, session)} listening={false} perfectDraw={false} />
        </Layer>
        <Layer ref={overlayLayer} listening={false}>
          <Shape
            sceneFunc={(context) => drawOverlay(context._context, session, room?.moving() ?? [])}
            listening={false}
            perfectDraw={false}
          />
        </Layer>
      </Stage>
      {children}
    </div>
  )
}

function PageElements({ pageId }: { pageId: string }) {
  useEditorSession()
  const ids = useElementIds(pageId)
  return ids.map((id) => <ElementNode key={id} id={id} />)
}
