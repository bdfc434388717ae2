import { z } from 'zod'
import { storableString } from '../characters-schema.ts'
import { limits } from '../limits.ts'
import { mediaSrcSchema } from './image.ts'
import { baseShape } from './kind.ts'

/** What all that is played has. `title` is what one reads on it, and what a screen reader says. */
export const playedShape = {
  ...baseShape,
  mediaId: z.int().min(0),
  src: mediaSrcSchema,
  title: storableString(limits.name).default(''),
  duration: z
    .number()
    .min(0)
    .max(limits.mediaSeconds)
    .overwrite((seconds) => Math.round(seconds * 10) / 10 + 0)
    .optional(),
}
