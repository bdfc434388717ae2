import { type RefObject, useEffect } from 'react'
import { useEditor } from '../session/editor-context.ts'
import type { ToolRunner } from '../tools/tool-runner.ts'
import { panBy } from './camera.ts'
import { handleCursor } from './handles.ts'
import { selectionFrame } from './hit.ts'
import { createPinch } from './pinch.ts'
import type { Point } from './point.ts'
import { createPointerReader, screenPoint } from './pointer-input.ts'
import { isSpaceHeld } from './space-key.ts'

/** What lies over the canvas and takes its own pointer: the text editor, floating bars. */
const OVER = '[data-over-canvas]'

/** Leads mouse, pen and fingers to the tool, or pans: middle button, space, two fingers, one finger beside everything. */
export function usePointer(area: RefObject<HTMLElement | null>, runner: ToolRunner): void {
  const { session, room } = useEditor()
  useEffect(() => {
    const element = area.current
    if (!element) return
    const reader = createPointerReader(session)
    const pinch = createPinch()
    let panning: Point | null = null
    /** Who has a pen draws with it: then a finger moves the paper, and a palm on it does nothing. */
    let hasPen = false
    let penOnPaper: number | null = null

    const showCursor = (event: PointerEvent) => {
      const input = reader.move(event, element)
      room?.showCursor(input.point)
      if (panning || isSpaceHeld()) element.style.cursor = panning ? 'grabbing' : 'grab'
      else element.style.cursor = runner.cursor() ?? cursorOver(input.target)
      return input
    }
    const cursorOver = (target: ReturnType<typeof reader.move>['target']) =>
      target.on === 'ownHandle'
        ? 'grab'
        : target.on === 'handle'
          ? handleCursor(target.handle, selectionFrame(session)?.rotation ?? 0)
          : target.on === 'element'
            ? 'move'
            : 'default'

    const isPalm = (event: PointerEvent) => event.pointerType === 'touch' && penOnPaper !== null
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest(OVER)) return
      if (isPalm(event)) return
      element.focus({ preventScroll: true })
      session.editing.set(null)
      const isTouch = event.pointerType === 'touch'
      if (event.pointerType === 'pen') {
        hasPen = true
        penOnPaper = event.pointerId
        // The palm was there first.
        panning = null
        pinch.clear()
        runner.cancel()
      }
      if (isTouch) pinch.put(event.pointerId, screenPoint(event, element))
      if (isTouch && pinch.count() > 1) {
        panning = null
        runner.cancel()
        return
      }
      if (event.button > 1) return
      element.setPointerCapture(event.pointerId)
      const input = reader.down(event, element)
      const isSelecting = session.tool.get() === 'select'
      const isBeside = isTouch && isSelecting && input.target.on === 'page'
      const isOfPaper = isTouch && hasPen && session.tool.get() === 'drawing'
      if (event.button === 1 || isSpaceHeld() || isBeside || isOfPaper) {
        if (isBeside) session.selection.set([])
        panning = input.screen
        event.preventDefault()
      } else runner.pointerDown(input)
    }
    const onMove = (event: PointerEvent) => {
      if (isPalm(event)) return
      if (pinch.has(event.pointerId) && pinch.count() > 1) {
        session.camera.set(pinch.move(event.pointerId, screenPoint(event, element), session.camera.get()))
        return
      }
      const input = showCursor(event)
      if (panning) {
        session.camera.set(
          panBy(session.camera.get(), { x: input.screen.x - panning.x, y: input.screen.y - panning.y }),
        )
        panning = input.screen
      } else if (event.buttons > 0 || !runner.isBusy()) runner.pointerMove(input)
      if (pinch.has(event.pointerId)) pinch.put(event.pointerId, input.screen)
    }
    const onUp = (event: PointerEvent) => {
      if (isPalm(event)) return
      if (event.pointerId === penOnPaper) penOnPaper = null
      const wasPinching = pinch.count() > 1
      pinch.drop(event.pointerId)
      if (panning) panning = null
      else if (!wasPinching && event.button === 0) runner.pointerUp(reader.move(event, element))
      if (event.pointerType !== 'touch') showCursor(event)
    }
    const onCancel = (event: PointerEvent) => {
      if (isPalm(event)) return
      if (event.pointerId === penOnPaper) penOnPaper = null
      pinch.drop(event.pointerId)
      panning = null
      runner.cancel()
    }
    const onLeave = () => {
      room?.showCursor(null)
      session.laser.set(null)
    }
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onCancel)
    element.addEventListener('pointerleave', onLeave)
    return () => {
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onCancel)
      element.removeEventListener('pointerleave', onLeave)
    }
  }, [session, room, runner, area])
}
