import { errorStatus, type ErrorBody, type ErrorCode } from '@anawim/lesson'
import { z } from 'zod'

const codes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]

/** What every answer that is an error holds. `details` name fields, `path` dotted. */
export const errorAnswerSchema = z
  .object({
    error: z.object({
      code: z.enum(codes),
      message: z.string(),
      request_id: z.string(),
      details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  })
  .meta({ id: 'Error' })

export interface ErrorAnswer {
  error: ErrorBody
}
