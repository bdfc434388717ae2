/** What lies on the page of a canvas that is measured. */
import { encodeInk, type DrawingElement, type LessonContent, type LessonElement } from '@anawim/lesson'
import { lessonContent } from '../lesson-content.ts'

export interface Sheet {
  what: 'rectangles' | 'strokes'
  count: number
}

/** One page. Its elements have ids of ten characters, as those that the editor makes: e0________, e1________, … */
export function sheetContent({ what, count }: Sheet): LessonContent {
  const content = lessonContent(count, count)
  const elements = content.pages
    .flatMap((page) => page.elements)
    .map((element) => ({ ...element, id: longId(element) }))
  const made = what === 'strokes' ? elements.map(({ id }, number) => stroke(id, number)) : elements
  return { ...content, pages: content.pages.map((page) => ({ ...page, elements: made })) }
}

const longId = ({ id }: LessonElement) => id.padEnd(10, '_')

/** A wave of the hand over an eighth of the page, its pen felt. */
function stroke(id: string, number: number): DrawingElement {
  const left = 40 + (number % 10) * 110
  const top = 40 + Math.floor(number / 10) * 6
  const points = Array.from({ length: 40 }, (_, step) => ({
    x: left + step * 4,
    y: top + 20 * Math.sin(step / 3 + number),
    pressure: 0.5 + 0.3 * Math.sin(step / 5),
  }))
  const { pressures, ...ink } = encodeInk(points)
  return { id, kind: 'drawing', ...ink, pressures, rotation: 0, brush: 'pen', stroke: '#1f2937', strokeWidth: 4 }
}
