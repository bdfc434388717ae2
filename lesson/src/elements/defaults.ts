/** What elements are where their JSON does not say. Apart from the schemas, so that a page which only draws need not load those. */
import { audioDefaults } from './audio-defaults.ts'
import { drawingDefaults } from './drawing-defaults.ts'
import { imageDefaults } from './image-defaults.ts'
import type { ElementKind, LessonElement } from './index.ts'
import { lineDefaults } from './line-defaults.ts'
import { shapeDefaults } from './shape-defaults.ts'
import { textDefaults } from './text-defaults.ts'
import { videoDefaults } from './video-defaults.ts'

/** What each kind's properties are when neither JSON nor document says. */
export const elementDefaults = {
  text: textDefaults,
  shape: shapeDefaults,
  image: imageDefaults,
  line: lineDefaults,
  drawing: drawingDefaults,
  video: videoDefaults,
  audio: audioDefaults,
} as const satisfies Record<ElementKind, object>

/** Elements of other kinds are kept as they stand, and drawn as a grey box. */
export function isKnownKind(kind: string): kind is ElementKind {
  return Object.hasOwn(elementDefaults, kind)
}

/** An element with every property that may be left out of the JSON filled in. */
export type Filled<E extends LessonElement> = E & (typeof elementDefaults)[E['kind']]

/** The element with its defaults filled in: what a drawing or a panel reads. */
export function withDefaults<E extends LessonElement>(element: E): Filled<E> {
  return { ...(isKnownKind(element.kind) && elementDefaults[element.kind]), ...element } as Filled<E>
}
