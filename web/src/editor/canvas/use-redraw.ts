import { watchLooks } from '@anawim/drawing'
import type Konva from 'konva'
import { type RefObject, useEffect } from 'react'
import { useEditor } from '../session/editor-context.ts'
import type { EditorSession } from '../session/session.ts'

type LayerRef = RefObject<Konva.Layer | null>

/** Draws the layers again when something changed that React does not hold: camera, gestures, the others. */
export function useRedraw(pageLayer: LayerRef, overlayLayer: LayerRef): void {
  const { session, room } = useEditor()
  useEffect(() => {
    const drawPage = () => pageLayer.current?.batchDraw()
    const drawOverlay = () => overlayLayer.current?.batchDraw()
    let frame: string | null = null
    const look = () => {
      drawPage()
      drawOverlay()
    }
    look()
    const stops = [
      session.camera.subscribe(look),
      session.preview.subscribe(drawOverlay),
      session.editing.subscribe(drawOverlay),
      session.selection.subscribe(drawOverlay),
      session.rect.subscribe(drawOverlay),
      session.guides.subscribe(drawOverlay),
      session.grid.subscribe(drawOverlay),
      session.entered.subscribe(drawOverlay),
      session.ink.subscribe(drawOverlay),
      session.target.subscribe(drawOverlay),
      session.draft.subscribe(drawOverlay),
      watchLooks(drawOverlay),
      session.tool.subscribe(drawOverlay),
      session.model.subscribeChanges(({ elements }) => {
        const before = frame
        frame = typedFrame(session, elements)
        if (frame === null || frame !== before) drawOverlay()
      }),
      room?.subscribeMoving(drawOverlay) ?? (() => {}),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, room, pageLayer, overlayLayer])
}

/** Of a change that is but letters in the text box that one types in: all that is drawn above the page of that box. Else null. */
function typedFrame({ editing, model, boxOf }: EditorSession, elements: ReadonlySet<string>): string | null {
  const [id, ...others] = elements
  const element = id === undefined ? undefined : model.element(id)
  if (others.length > 0 || element?.kind !== 'text' || element.id !== editing.get()) return null
  return JSON.stringify([element.id, boxOf(element.id), element.locked])
}
