import { z } from 'zod'
import { storableString } from '../characters-schema.ts'
import { limits } from '../limits.ts'
import { baseShape, factorSchema, kindSchema, sizeSchema } from './kind.ts'
import { type Crop, imageDefaults } from './image-defaults.ts'
import { shapeNames } from './shape-defaults.ts'

/** Where a picture may come from: our own media, so that no lesson can make a browser ask another host. */
export const mediaSrcSchema = z
  .string()
  .max(300)
  .regex(/^\/media\/[A-Za-z0-9_./-]+$/, 'expected an address under /media/')
  .refine((src) => !src.includes('..') && !src.includes('//'), 'expected an address under /media/')

/** Finer than what one sees: the picture behind a small crop is large. */
const cropPartSchema = z
  .number()
  .min(0)
  .max(1)
  .overwrite((part) => Math.round(part * 100_000) / 100_000 + 0)

/** At least a thousandth of the picture, and nothing beside it. */
const cropSchema: z.ZodType<Crop, Crop> = z
  .strictObject({
    x: cropPartSchema,
    y: cropPartSchema,
    width: cropPartSchema.min(0.001),
    height: cropPartSchema.min(0.001),
  })
  .refine(({ x, y, width, height }) => x + width <= 1.00002 && y + height <= 1.00002, 'expected a part of the picture')

const isWhole = ({ x, y, width, height }: Crop) => x === 0 && y === 0 && width === 1 && height === 1

/**
 * A picture that was uploaded to this server. `alt` is what a screen reader says. `crop` is the part of it that fills the box; the outline
 * `mask`, its corners rounded by `radius`, cuts off what lies outside.
 */
export const imageSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('image'),
    mediaId: z.int().min(0),
    src: mediaSrcSchema,
    alt: storableString(limits.alt).default(imageDefaults.alt),
    opacity: factorSchema.min(0).max(1).optional(),
    crop: cropSchema.nullish().overwrite((crop) => (crop && isWhole(crop) ? null : crop)),
    mask: z.enum(shapeNames).optional(),
    radius: sizeSchema.max(1_000).optional(),
  },
  imageDefaults,
)

export type ImageElement = z.output<typeof imageSchema>
