import { placeElement } from '@anawim/drawing'
import type { Box, LessonElement } from '@anawim/lesson'
import type { LessonModel } from './lesson-model.ts'
import { drawnBox, screenMeasure, withBox } from './measuring.ts'
import type { Preview } from './preview.ts'

/** Elements as they are drawn: lines with their ends where they are attached, and all of it where gestures have it now. */
export interface DrawnElements {
  /** As the document has it. */
  settled: (id: string) => LessonElement | undefined
  /** With the gestures in progress, one's own and the others'. */
  now: (id: string) => LessonElement | undefined
  /** Is it being moved, itself or by what it hangs on? */
  isMoving: (id: string) => boolean
  /** The lines of a page that hang on one of these. */
  linesOn: (pageId: string, ids: ReadonlySet<string>) => string[]
}

export function createDrawnElements(model: LessonModel, preview: Preview): DrawnElements {
  const targetsOf = (element: LessonElement | undefined) =>
    element?.kind === 'line' ? [element.start?.elementId, element.end?.elementId] : []
  const shown = (id: string) => {
    const element = model.element(id)
    return element?.hidden ? undefined : element
  }
  const settled = (id: string) => {
    const element = model.element(id)
    return element && placeElement(element, shown, screenMeasure())
  }
  const moved = (id: string): LessonElement | undefined => {
    const element = shown(id)
    const box = preview.get(id)
    return element && box ? withBox(element, drawnBox(element), box) : element
  }
  const lines = new WeakMap<readonly string[], readonly string[]>()
  /** The kind of an element never changes, so the list holds as long as the page's. */
  const linesOf = (pageId: string) => {
    const ids = model.elementIds(pageId)
    const known = lines.get(ids) ?? ids.filter((id) => model.element(id)?.kind === 'line')
    lines.set(ids, known)
    return known
  }
  return {
    settled,
    now(id) {
      const element = model.element(id)
      if (element?.kind !== 'line') {
        const box = preview.get(id)
        return element && box ? cropped(withBox(element, drawnBox(element), box)) : element
      }
      const box = preview.get(id)
      return placeElement(box ? movedLine(id, box) : element, moved, screenMeasure())
    },
    isMoving: (id) =>
      preview.get(id) !== undefined ||
      targetsOf(model.element(id)).some((target) => target !== undefined && preview.get(target) !== undefined),
    linesOn: (pageId, ids) =>
      linesOf(pageId).filter((id) => targetsOf(model.element(id)).some((target) => target && ids.has(target))),
  }

  /** As another crops it now. */
  function cropped(element: LessonElement): LessonElement {
    if (element.kind !== 'image') return element
    const crop = preview.crop(element.id)
    return crop ? { ...element, crop } : element
  }

  /** Pulled away by a hand, a line lets go of what does not come along. */
  function movedLine(id: string, box: Box): LessonElement {
    const line = settled(id)
    if (line?.kind !== 'line') throw new Error(`${id} is no line`)
    const kept = (end: typeof line.start) => (end && preview.get(end.elementId) ? end : null)
    return { ...line, ...box, start: kept(line.start), end: kept(line.end) }
  }
}
