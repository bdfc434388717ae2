import type { CanvasTasks } from './canvas-work.ts'
import { createWorkThread, type WorkThread } from './work-thread.ts'

/** Work on whole canvases, beside the event loop. */
export type CanvasThread = WorkThread<CanvasTasks>

export function createCanvasThread(): CanvasThread {
  return createWorkThread('canvas', new URL('./canvas-work.ts', import.meta.url))
}
