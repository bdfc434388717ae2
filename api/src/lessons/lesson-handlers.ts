import type { lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import type { HandlersOf } from '../http/handler.ts'
import type { CanvasThread } from '../threads/canvas-thread.ts'
import { createCollabTokenHandler } from './collab-token.ts'
import type { LiveLessons } from './live-cache.ts'
import { createLiveHandler } from './live-handler.ts'
import { createLessonChanges } from './lesson-changes.ts'
import { createLessonMaking } from './lesson-making.ts'
import { createLessonReading } from './lesson-reading.ts'

/** Everything about lessons but their members. */
export function createLessonHandlers(
  deps: ApiDeps,
  live: LiveLessons,
  canvases: CanvasThread,
): HandlersOf<typeof lessonRoutes> {
  return {
    ...createLessonReading(deps),
    ...createLessonMaking(deps, canvases),
    ...createLessonChanges(deps),
    collabToken: createCollabTokenHandler(deps),
    liveLesson: createLiveHandler(deps, live),
  }
}
