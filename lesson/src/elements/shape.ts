import { z } from 'zod'
import { paintSchema } from '../paint.ts'
import { baseShape, factorSchema, kindSchema, sizeSchema } from './kind.ts'
import { shapeDefaults, shapeNames } from './shape-defaults.ts'

/** A shape: an outline with a fill and a stroke. `opacity` is 0 to 1, of both. */
export const shapeSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('shape'),
    shape: z.enum(shapeNames).default(shapeDefaults.shape),
    fill: paintSchema.default(shapeDefaults.fill),
    stroke: paintSchema.default(shapeDefaults.stroke),
    strokeWidth: sizeSchema.max(200).default(shapeDefaults.strokeWidth),
    opacity: factorSchema.min(0).max(1).optional(),
  },
  shapeDefaults,
)

export type ShapeElement = z.output<typeof shapeSchema>
