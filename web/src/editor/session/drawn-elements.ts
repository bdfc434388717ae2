import type { LessonElement } from '@anawim/lesson'
import type { LessonModel } from './lesson-model.ts'
import { drawnBox, withBox } from './measuring.ts'
import type { Preview } from './preview.ts'

/** Elements as they are drawn: where the document has them, and where gestures have them now. */
export interface DrawnElements {
  /** As the document has it. */
  settled: (id: string) => LessonElement | undefined
  /** With the gestures in progress, one's own and the others'. */
  now: (id: string) => LessonElement | undefined
}

export function createDrawnElements(model: LessonModel, preview: Preview): DrawnElements {
  return {
    settled: (id) => model.element(id),
    now(id) {
      const element = model.element(id)
      const box = preview.get(id)
      return element && box ? withBox(element, drawnBox(element), box) : element
    },
  }
}
