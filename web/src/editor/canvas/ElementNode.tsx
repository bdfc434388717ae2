import { drawPlaced } from '@anawim/drawing'
import type { LessonElement } from '@anawim/lesson'
import { memo, useCallback } from 'react'
import { Shape } from './konva.ts'
import type { Context } from 'konva/lib/Context'
import { useEditorSession, useElement } from '../session/editor-context.ts'
import { drawnBox, withBox } from '../session/measuring.ts'
import type { EditorSession } from '../session/session.ts'
import { isInView } from './in-view.ts'
import { movesApart } from './moving-layer.ts'

/** One element on the canvas, in page pixels. Renders when it changes; a drag only draws it again. */
export const ElementNode = memo(function ElementNode({ id }: { id: string }) {
  const session = useEditorSession()
  const element = useElement(id)
  const draw = useCallback(
    (context: Context) => {
      if (element) drawOnCanvas(context, element, session)
    },
    [element, session],
  )
  return <Shape sceneFunc={draw} listening={false} perfectDraw={false} />
})

function drawOnCanvas(context: Context, element: LessonElement, session: EditorSession): void {
  // While it is typed in, the text editor lies over it.
  if (element.hidden || session.editing.get() === element.id) return
  const moved = session.preview.get(element.id)
  if (moved && movesApart(session)) return
  const shown = moved ? withBox(element, drawnBox(element), moved) : element
  if (!isInView(shown, session)) return
  const isFaded = session.faded.get()?.has(element.id) === true
  const ctx = context._context
  if (isFaded) ctx.globalAlpha = 0.2
  drawPlaced(ctx, shown, session.images)
  if (isFaded) ctx.globalAlpha = 1
}
