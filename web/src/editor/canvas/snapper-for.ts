import { boundsOf } from '@anawim/drawing'
import type { LessonElement } from '@anawim/lesson'
import { screenMeasure } from '../session/measuring.ts'
import type { EditorSession } from '../session/session.ts'
import { createSnapper, type Snapper } from '../tools/select/snapping.ts'
import { toPage } from './camera.ts'
import { rectsMeet } from './point.ts'

/** Screen pixels that count as near. */
const NEAR = 6

/**
 * Snaps to whatever is in view and does not move: nobody wants to stand in line with what they cannot see, nor with the strokes of
 * handwriting, nor with lines, which follow what is dragged.
 */
export function snapperFor(session: EditorSession, moving: readonly string[]): Snapper {
  const camera = session.camera.get()
  const view = session.view.get()
  const { width, height } = session.page()
  const seen = {
    ...toPage(camera, { x: 0, y: 0 }),
    width: view.width / camera.zoom,
    height: view.height / camera.zoom,
  }
  const movingIds = new Set(moving)
  const others = session.places
    .list()
    .flatMap(({ id, element, home }) =>
      element.hidden || isStroke(element) || movingIds.has(id) || !rectsMeet(home, seen)
        ? []
        : [boundsOf(element, screenMeasure())],
    )
  return createSnapper({ others, page: { width, height }, grid: session.grid.get(), within: NEAR / camera.zoom })
}

function isStroke({ kind }: LessonElement): boolean {
  return kind === 'line' || kind === 'drawing'
}
