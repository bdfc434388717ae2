/** What was kept of a lesson, and its state as editors download it. */
import { limits } from '@anawim/lesson'
import { z } from 'zod'
import { heldContentSchema, lessonLimits, lessonSchema } from './lessons.ts'
import { defineRoute } from './route.ts'
import { personSchema } from './users.ts'
import { idParamSchema, lineSchema, timeSchema } from './values.ts'

export const versionSchema = z
  .object({
    id: z.int(),
    /** null: kept by itself. Such versions are thinned with age; those with a name stay. */
    name: z.string().nullable(),
    /** Who named or kept it. */
    author: personSchema.nullable(),
    /** Who edited since the version before. */
    editors: z.array(personSchema),
    /** An address under `/media/`; null while it is not drawn. */
    thumbnail: z.string().nullable(),
    /** When the lesson was like this. */
    created_at: timeSchema,
    /** May the person who asked rename it and remove it? */
    is_changeable: z.boolean(),
  })
  .meta({ id: 'Version' })
export type Version = z.output<typeof versionSchema>

/** A version with its canvas, hidden pages and elements too: only who may edit gets it. */
export const versionWithContentSchema = versionSchema
  .extend({ content: heldContentSchema })
  .meta({ id: 'VersionWithContent' })
export type VersionWithContent = z.output<typeof versionWithContentSchema>

const nameSchema = lineSchema(limits.versionName).min(1)

export const versionKeepSchema = z.strictObject({ name: nameSchema.nullable().optional() })
export const versionRenameSchema = z.strictObject({ name: nameSchema })
export const versionRestoreSchema = z.strictObject({ title: lineSchema(lessonLimits.title).min(1).optional() })

const params = z.object({ id: idParamSchema })
const versionParams = z.object({ id: idParamSchema, versionId: idParamSchema })

export const versionRoutes = {
  listVersions: defineRoute({
    method: 'GET',
    path: '/api/lessons/:id/versions',
    summary: 'What was kept of the lesson, the newest first',
    access: { lesson: 'edit' },
    params,
    answer: z.object({ items: z.array(versionSchema) }),
  }),
  keepVersion: defineRoute({
    method: 'POST',
    path: '/api/lessons/:id/versions',
    summary: 'Keep the lesson as it is saved now, under a name if there is one; 409 too_many_versions',
    access: { lesson: 'edit' },
    params,
    body: versionKeepSchema,
    keepsCanvas: true,
    status: 201,
    answer: versionSchema,
  }),
  getVersion: defineRoute({
    method: 'GET',
    path: '/api/lessons/:id/versions/:versionId',
    summary: 'A version with its canvas; ETag, 304',
    access: { lesson: 'edit' },
    params: versionParams,
    answer: versionWithContentSchema,
  }),
  renameVersion: defineRoute({
    method: 'PATCH',
    path: '/api/lessons/:id/versions/:versionId',
    summary: 'Name a version, so that it stays; 403 when somebody else named it, 409 too_many_versions',
    access: { lesson: 'edit' },
    params: versionParams,
    body: versionRenameSchema,
    answer: versionSchema,
  }),
  removeVersion: defineRoute({
    method: 'DELETE',
    path: '/api/lessons/:id/versions/:versionId',
    summary: 'Remove a version that has a name; 403 when somebody else named it, 409 conflict when it has none',
    access: { lesson: 'edit' },
    params: versionParams,
    status: 204,
    answer: null,
  }),
  restoreVersion: defineRoute({
    method: 'POST',
    path: '/api/lessons/:id/versions/:versionId/restore',
    summary: "A new lesson of one's own with the canvas of that version; the lesson itself stays as it is",
    access: { lesson: 'edit' },
    params: versionParams,
    body: versionRestoreSchema,
    keepsCanvas: true,
    status: 201,
    answer: lessonSchema,
  }),
  lessonState: defineRoute({
    method: 'GET',
    path: '/api/lessons/:id/state',
    summary: 'The document as one Yjs update (v2), what came last left out; ETag, 304; 404 no_state when there is none',
    access: { lesson: 'edit' },
    params,
    answer: { file: 'application/octet-stream' },
  }),
}
