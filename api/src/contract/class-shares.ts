import { z } from 'zod'
import { defineRoute } from './route.ts'
import { idParamSchema, rowIdSchema } from './values.ts'

/** A class that a lesson is shared with. Whoever is in it, now or later, views the lesson once it is published. */
export const sharedClassSchema = z
  .object({ id: z.int(), name: z.string(), pupil_count: z.int() })
  .meta({ id: 'SharedClass' })
export type SharedClass = z.output<typeof sharedClassSchema>

const params = z.object({ id: idParamSchema })

export const classShareRoutes = {
  listSharedClasses: defineRoute({
    method: 'GET',
    path: '/api/lessons/:id/classes',
    summary: 'The classes that the lesson is shared with',
    access: { lesson: 'seeMembers' },
    params,
    answer: z.object({ items: z.array(sharedClassSchema) }),
  }),
  shareWithClass: defineRoute({
    method: 'POST',
    path: '/api/lessons/:id/classes',
    summary: "Share with a class of one's own; 422 when there is none",
    access: { lesson: 'share' },
    params,
    body: z.strictObject({ class_id: rowIdSchema }),
    status: 201,
    answer: sharedClassSchema,
  }),
  unshareWithClass: defineRoute({
    method: 'DELETE',
    path: '/api/lessons/:id/classes/:classId',
    summary: 'Share with the class no longer',
    access: { lesson: 'share' },
    params: z.object({ id: idParamSchema, classId: idParamSchema }),
    status: 204,
    answer: null,
  }),
}
