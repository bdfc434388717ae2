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
  // A line is mirrored by its ends.
  line: { ...fetchedView<'line'>(async () => (await import('./line.ts')).lineView), isMirrored: false },
  drawing: fetchedView(async () => (await import('./drawing.ts')).drawingView),
  // Players are never mirrored, and so are the pictures of them.
  video: { ...fetchedView<'video'>(async () => (await import('./video.ts')).videoView), isMirrored: false },
  audio: { ...fetchedView<'audio'>(async () => (await import('./audio.ts')).audioView), isMirrored: false },
}

/** Which sides of an element are exchanged; null when none are, or its kind is not mirrored. */
export function mirrorOf(element: LessonElement): { x: boolean; y: boolean } | null {
  const [x, y] = [element.flipX === true, element.flipY === true]
  return (x || y) && viewOf(element)?.isMirrored !== false ? { x, y } : null
}

/** The looks of this element; null when its kind is not known here. */
export function viewOf<K extends ElementKind>(element: Extract<LessonElement, { kind: K }>): ElementView<K> | null {
  return isKnownKind(element.kind) ? elementViews[element.kind as K] : null
}
