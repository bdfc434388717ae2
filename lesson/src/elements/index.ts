/**
 * The kinds of elements: one file each, one line each in the lists here. What a kind looks like is in `drawing/`,
 * how it is made and edited in `web/src/editor/kinds/`.
 */
import { z } from 'zod'
import { imageDefaults, imageSchema } from './image.ts'
import { shapeDefaults, shapeSchema } from './shape.ts'
import { textDefaults, textSchema } from './text.ts'

/** The schema of each kind's JSON. */
export const elementSchemas = {
  text: textSchema,
  shape: shapeSchema,
  image: imageSchema,
} as const

/** What each kind's properties are when neither JSON nor document says. */
export const elementDefaults = {
  text: textDefaults,
  shape: shapeDefaults,
  image: imageDefaults,
} as const satisfies Record<ElementKind, object>

export type ElementKind = keyof typeof elementSchemas

/** The JSON of an element of kind K. */
export type ElementOf<K extends ElementKind> = z.output<(typeof elementSchemas)[K]>

/** The JSON of any element that this code knows. */
export type LessonElement = { [K in ElementKind]: ElementOf<K> }[ElementKind]

/** Elements of other kinds are kept as they stand, and drawn as a grey box. */
export function isKnownKind(kind: string): kind is ElementKind {
  return Object.hasOwn(elementSchemas, kind)
}

/** Any element at a border. */
export const elementSchema = z.discriminatedUnion('kind', [textSchema, shapeSchema, imageSchema])

/** An element with every property that may be left out of the JSON filled in. */
export type Filled<E extends LessonElement> = E & (typeof elementDefaults)[E['kind']]

/** The element with its defaults filled in: what a drawing or a panel reads. */
export function withDefaults<E extends LessonElement>(element: E): Filled<E> {
  return { ...elementDefaults[element.kind], ...element } as Filled<E>
}
