/**
 * The kinds of elements: two files each (`KIND.ts`, the schema, and `KIND-defaults.ts`, which also pages without schemas load), one line
 * each in the lists here and in `defaults.ts`. What a kind looks like is in `drawing/`, how it is made and edited in
 * `web/src/editor/kinds/`.
 */
import { z } from 'zod'
import { audioSchema } from './audio.ts'
import { drawingSchema } from './drawing.ts'
import { imageSchema } from './image.ts'
import { lineSchema } from './line.ts'
import { shapeSchema } from './shape.ts'
import { textSchema } from './text.ts'
import { videoSchema } from './video.ts'

/** The schema of each kind's JSON. */
export const elementSchemas = {
  text: textSchema,
  shape: shapeSchema,
  image: imageSchema,
  line: lineSchema,
  drawing: drawingSchema,
  video: videoSchema,
  audio: audioSchema,
} as const

export type ElementKind = keyof typeof elementSchemas

/** The JSON of an element of kind K. */
export type ElementOf<K extends ElementKind> = z.output<(typeof elementSchemas)[K]>

/** The JSON of any element that this code knows. */
export type LessonElement = { [K in ElementKind]: ElementOf<K> }[ElementKind]

/** What a schema takes: as above, where what has a default may be left out. */
export type ElementInput = { [K in ElementKind]: z.input<(typeof elementSchemas)[K]> }[ElementKind]

/** Any element at a border. */
export const elementSchema: z.ZodType<LessonElement, ElementInput> = z.discriminatedUnion(
  'kind',
  Object.values(elementSchemas) as [typeof textSchema, ...(typeof elementSchemas)[ElementKind][]],
)
