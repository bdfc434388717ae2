/** The looks of each kind of element: one file each, one line each. */
import { isKnownKind, type ElementKind, type LessonElement } from '@anawim/lesson'
import { fetchedView } from './fetched-view.ts'
import { imageView } from './image.ts'
import { shapeView } from './shape.ts'
import { textView } from './text.ts'
import type { ElementView } from './view.ts'

export const elementViews: { [K in ElementKind]: ElementView<K> } = {
  text: textView,
  shape: shapeView,
  image: imageView,
  line: fetchedView(async () => (await import('./line.ts')).lineView),
  drawing: fetchedView(async () => (await import('./drawing.ts')).drawingView),
}

/** The looks of this element; null when its kind is not known here. */
export function viewOf<K extends ElementKind>(element: Extract<LessonElement, { kind: K }>): ElementView<K> | null {
  return isKnownKind(element.kind) ? elementViews[element.kind as K] : null
}
