import { drawPlaced } from '@anawim/drawing'
import type { LessonElement } from '@anawim/lesson'
import { memo, useCallback } from 'react'
import { Shape } from './konva.ts'
import type { Context } from 'konva/lib/Context'
import { useEditorSession, useElement } from '../session/editor-context.ts'
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
  // While it is typed in, the text editor lies over it; while it is reshaped, its draft is shown.
  if (element.hidden || session.editing.get() === element.id || session.draft.get()?.id === element.id) return
  if (movesApart(session) && session.drawn.isMoving(element.id)) return
  const shown = session.drawn.now(element.id)
  if (!shown) return
  if (!isInView(shown, session)) return
  const isFaded = session.faded.get()?.has(element.id) === true
  const ctx = context._context
  if (isFaded) ctx.globalAlpha = 0.2
  drawPlaced(ctx, shown, session.images)
  if (isFaded) ctx.globalAlpha = 1
}
