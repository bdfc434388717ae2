import type { templateRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import type { HandlersOf } from '../http/handler.ts'
import type { CanvasThread } from '../threads/canvas-thread.ts'
import { createTemplateChanges } from './template-changes.ts'
import { createTemplateReading } from './template-reading.ts'

/** Everything about templates. */
export function createTemplateHandlers(deps: ApiDeps, canvases: CanvasThread): HandlersOf<typeof templateRoutes> {
  return { ...createTemplateReading(deps), ...createTemplateChanges(deps, canvases) }
}
