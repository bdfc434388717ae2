import type Konva from 'konva'
import { type RefObject, useEffect } from 'react'
import { useEditor } from '../session/editor-context.ts'
import { watchFonts } from '../session/fonts.ts'

/** Draws the layers again when something changed that React does not hold: camera, gestures, pictures, fonts, the others. */
export function useRedraw(pageLayer: RefObject<Konva.Layer | null>, overlayLayer: RefObject<Konva.Layer | null>): void {
  const { session, room } = useEditor()
  useEffect(() => {
    const drawPage = () => pageLayer.current?.batchDraw()
    const drawOverlay = () => overlayLayer.current?.batchDraw()
    const drawBoth = () => {
      drawPage()
      drawOverlay()
    }
    const look = () => {
      const { x, y, zoom } = session.camera.get()
      pageLayer.current?.position({ x, y }).scale({ x: zoom, y: zoom })
      drawBoth()
    }
    look()
    const stops = [
      session.camera.subscribe(look),
      session.preview.subscribe(drawBoth),
      session.editing.subscribe(drawBoth),
      session.images.subscribe(drawPage),
      session.selection.subscribe(drawOverlay),
      session.rect.subscribe(drawOverlay),
      session.tool.subscribe(drawOverlay),
      session.model.subscribeChanges(drawOverlay),
      room?.subscribeMoving(drawOverlay) ?? (() => {}),
      watchFonts(drawBoth),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, room, pageLayer, overlayLayer])
}
