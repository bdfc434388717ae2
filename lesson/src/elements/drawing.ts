import { z } from 'zod'
import { limits } from '../limits.ts'
import { colorSchema } from '../paint.ts'
import { brushes, drawingDefaults } from './drawing-defaults.ts'
import { isInkPoints } from './ink-points.ts'
import { baseShape, factorSchema, kindSchema, sizeSchema } from './kind.ts'

/**
 * One line drawn by hand. Its box is that of the points, the width of the line not counted. `points` are written by `encodeInk`;
 * `pressures` holds one digit a point, and is empty where the hand had no pen that feels it.
 */
export const drawingSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('drawing'),
    brush: z.enum(brushes).default(drawingDefaults.brush),
    points: z
      .string()
      .max(limits.inkLength)
      .refine(isInkPoints, 'expected pairs of whole numbers, written as base64 digits of variable length'),
    pressures: z
      .string()
      .max(limits.inkLength)
      .regex(/^[A-Za-z0-9+/]*$/, 'expected base64 digits')
      .optional(),
    stroke: colorSchema.default(drawingDefaults.stroke),
    strokeWidth: sizeSchema.min(0.5).max(200).default(drawingDefaults.strokeWidth),
    opacity: factorSchema.min(0).max(1).optional(),
  },
  drawingDefaults,
)

export type DrawingElement = z.output<typeof drawingSchema>
