import { z } from 'zod'
import { storableString } from '../characters-schema.ts'
import { limits } from '../limits.ts'
import { baseShape, factorSchema, kindSchema } from './kind.ts'
import { imageDefaults } from './image-defaults.ts'

/** Where a picture may come from: our own media, so that no lesson can make a browser ask another host. */
export const mediaSrcSchema = z
  .string()
  .max(300)
  .regex(/^\/media\/[A-Za-z0-9_./-]+$/, 'expected an address under /media/')
  .refine((src) => !src.includes('..') && !src.includes('//'), 'expected an address under /media/')

/** A picture that was uploaded to this server. `alt` is what a screen reader says. */
export const imageSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('image'),
    mediaId: z.int().min(0),
    src: mediaSrcSchema,
    alt: storableString(limits.alt).default(imageDefaults.alt),
    opacity: factorSchema.min(0).max(1).optional(),
  },
  imageDefaults,
)

export type ImageElement = z.output<typeof imageSchema>
