import { z } from 'zod'
import { colorSchema } from '../paint.ts'
import { baseShape, factorSchema, idSchema, kindSchema, partSchema, sizeSchema } from './kind.ts'
import { dashes, lineHeads, routes, startCorners } from './line-choices.ts'
import { lineDefaults } from './line-defaults.ts'

const attachmentSchema = z.strictObject({ elementId: idSchema, x: partSchema, y: partSchema })

/**
 * A line or an arrow. Its box is that of its two ends. An end that is attached is drawn where the layout finds that element; the
 * box then says where it is when that element is not there. `bend`: how far the middle of a curve leaves the straight line, in parts
 * of its length; of an elbow, how far the middle leg lies from the middle, in parts of the way.
 */
export const lineSchema = kindSchema(
  {
    ...baseShape,
    kind: z.literal('line'),
    from: z.enum(startCorners).optional(),
    start: attachmentSchema.nullish(),
    end: attachmentSchema.nullish(),
    route: z.enum(routes).optional(),
    bend: factorSchema.min(-2).max(2).optional(),
    startHead: z.enum(lineHeads).optional(),
    endHead: z.enum(lineHeads).optional(),
    stroke: colorSchema.default(lineDefaults.stroke),
    strokeWidth: sizeSchema.min(0.5).max(200).default(lineDefaults.strokeWidth),
    dash: z.enum(dashes).optional(),
    opacity: factorSchema.min(0).max(1).optional(),
  },
  lineDefaults,
)

export type LineElement = z.output<typeof lineSchema>
