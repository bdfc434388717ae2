import { z } from 'zod'
import { limits } from '../limits.ts'
import { baseDefaults, baseShape, omitDefaults } from './kind.ts'

export const imageDefaults = { mediaId: 0, src: '', alt: '', opacity: 1 }

const omitted = { ...baseDefaults, opacity: imageDefaults.opacity }

/** Where a picture may come from: our own media, so that no lesson can make a browser ask another host. */
export const mediaSrcSchema = z
  .string()
  .max(300)
  .regex(/^\/media\/[A-Za-z0-9_./-]+$/, 'expected an address under /media/')
  .refine((src) => !src.includes('..') && !src.includes('//'), 'expected an address under /media/')

/** A picture that was uploaded to this server. `alt` is what a screen reader says. */
export const imageSchema = z
  .strictObject({
    ...baseShape,
    kind: z.literal('image'),
    mediaId: z.int().min(0),
    src: mediaSrcSchema,
    alt: z.string().max(limits.alt).default(imageDefaults.alt),
    opacity: z.number().min(0).max(1).optional(),
  })
  .overwrite((image) => omitDefaults(image, omitted))

export type ImageElement = z.output<typeof imageSchema>
