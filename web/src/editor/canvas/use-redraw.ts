import { watchLooks } from '@anawim/drawing'
import type Konva from 'konva'
import { type RefObject, useEffect } from 'react'
import { useEditor } from '../session/editor-context.ts'
import { watchFonts } from '../../page-resources/watch-fonts.ts'
import { movesApart } from './moving-layer.ts'

type LayerRef = RefObject<Konva.Layer | null>

/** Draws the layers again when something changed that React does not hold: camera, gestures, pictures, fonts, the others. */
export function useRedraw(pageLayer: LayerRef, movingLayer: LayerRef, overlayLayer: LayerRef): void {
  const { session, room } = useEditor()
  useEffect(() => {
    const drawPage = () => pageLayer.current?.batchDraw()
    const drawOverlay = () => overlayLayer.current?.batchDraw()
    const drawAll = () => {
      drawPage()
      movingLayer.current?.batchDraw()
      drawOverlay()
    }
    let moved = ''
    const drawGesture = () => {
      const moving = [...session.preview.all().keys()].join()
      // Drawn apart, the page changes only when something begins or ends to move.
      if (moving !== moved || !movesApart(session)) drawPage()
      moved = moving
      movingLayer.current?.batchDraw()
      drawOverlay()
    }
    let drafted: string | undefined
    const drawDraft = () => {
      const id = session.draft.get()?.id
      if (id !== drafted) drawPage()
      drafted = id
      drawOverlay()
    }
    const look = () => {
      const { x, y, zoom } = session.camera.get()
      for (const layer of [pageLayer, movingLayer]) layer.current?.position({ x, y }).scale({ x: zoom, y: zoom })
      drawAll()
    }
    look()
    const stops = [
      session.camera.subscribe(look),
      session.preview.subscribe(drawGesture),
      session.editing.subscribe(drawAll),
      session.images.subscribe(drawAll),
      session.selection.subscribe(drawOverlay),
      session.rect.subscribe(drawOverlay),
      session.ink.subscribe(drawOverlay),
      session.target.subscribe(drawOverlay),
      session.draft.subscribe(drawDraft),
      session.faded.subscribe(drawPage),
      watchLooks(drawAll),
      session.tool.subscribe(drawOverlay),
      session.model.subscribeChanges(drawOverlay),
      room?.subscribeMoving(drawOverlay) ?? (() => {}),
      watchFonts(drawAll),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, room, pageLayer, movingLayer, overlayLayer])
}
