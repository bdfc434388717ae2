import { useEffect } from 'react'
import type { Box, Crop } from '@anawim/lesson'
import { seenRect } from '../canvas/camera.ts'
import { useEditor } from '../session/editor-context.ts'

/** Tells the others where one is and what one has selected, and shows their gestures on the canvas. */
export function usePresence(): void {
  const { session, room } = useEditor()
  useEffect(() => {
    if (!room) return
    const showPage = () => room.showPage(session.pageId.get())
    const showSelection = () => room.showSelection(session.selection.get())
    const showView = () =>
      session.view.get().width > 0 && room.showView(seenRect(session.camera.get(), session.view.get()))
    const showInk = () => room.showInk(session.ink.get())
    const showFaded = () => room.showFaded(session.faded.get())
    const showLaser = () => room.showLaser(session.tool.get() === 'laser')
    const showGestures = () => {
      const boxes = new Map<string, Box>()
      const crops = new Map<string, Crop>()
      const faded = new Set<string>()
      for (const peer of room.moving()) {
        for (const [id, box] of peer.gesture) boxes.set(id, box)
        for (const [id, crop] of peer.crops) crops.set(id, crop)
        for (const id of peer.faded) faded.add(id)
      }
      session.preview.setOthers({ boxes, crops, faded })
    }
    showPage()
    showSelection()
    showGestures()
    showView()
    const stops = [
      session.pageId.subscribe(showPage),
      session.selection.subscribe(showSelection),
      session.camera.subscribe(showView),
      session.tool.subscribe(showLaser),
      session.ink.subscribe(showInk),
      session.faded.subscribe(showFaded),
      room.subscribeMoving(showGestures),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, room])
}
