import { z } from 'zod'
import { gradientSchema, paintSchema } from '../paint.ts'
import { baseShape, factorSchema, kindSchema, sizeSchema } from './kind.ts'
import { dashes } from './line-choices.ts'
import { shapeDefaults, shapeNames } from './shape-defaults.ts'

/** A shape: an outline with a fill and a stroke. `opacity` is 0 to 1, of both. `radius` rounds corners. */
export const shapeSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('shape'),
    shape: z.enum(shapeNames).default(shapeDefaults.shape),
    fill: paintSchema.default(shapeDefaults.fill),
    stroke: paintSchema.default(shapeDefaults.stroke),
    strokeWidth: sizeSchema.max(200).default(shapeDefaults.strokeWidth),
    opacity: factorSchema.min(0).max(1).optional(),
    sides: z.int().min(3).max(12).optional(),
    radius: sizeSchema.max(1_000).optional(),
    dash: z.enum(dashes).optional(),
    gradient: gradientSchema.nullish(),
    shadow: z.boolean().optional(),
  },
  shapeDefaults,
)

export type ShapeElement = z.output<typeof shapeSchema>
