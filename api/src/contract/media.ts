import { z } from 'zod'
import { limits } from '@anawim/lesson'
import { defineRoute } from './route.ts'
import {
  countParam,
  flagParamSchema,
  idParamSchema,
  lineSchema,
  pageOf,
  pagingShape,
  textSchema,
  timeSchema,
} from './values.ts'

const typeSchema = z.enum(['image', 'video', 'audio'])
export type MediaType = z.output<typeof typeSchema>

/** An uploaded file. `url` is a capability: who knows it may read it. Sizes in pixels and bytes, durations in seconds. */
export const mediaSchema = z
  .object({
    id: z.int(),
    filename: z.string(),
    original_filename: z.string(),
    file_type: typeSchema,
    mime_type: z.string(),
    file_size: z.int(),
    url: z.string(),
    /** The picture of a video: an address like `url`; null where there is none. */
    poster: z.string().nullable(),
    /** What a picture shows, for those who cannot see it. */
    alt: z.string(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    duration: z.number().nullable(),
    uploaded_by: z.int().nullable(),
    created_at: timeSchema,
    /** When it was put into the trash. */
    deleted_at: timeSchema.nullable(),
  })
  .meta({ id: 'Media' })
export type Media = z.output<typeof mediaSchema>

/** What one's files take, those in the trash too, and what they may take; null: as much as there is. Bytes. */
const usageSchema = z.object({
  bytes: z.int(),
  quota: z.int().nullable(),
  /** Most bytes of one file, by its type. */
  limits: z.object({ image: z.int(), video: z.int(), audio: z.int() }),
})
const params = z.object({ id: idParamSchema })

export const mediaRoutes = {
  uploadMedia: defineRoute({
    method: 'POST',
    path: '/api/media',
    summary:
      'Upload a picture (PNG, JPEG, WebP, GIF, AVIF; at most what GET /api/media/ tells as `usage.limits.image`); stored as WebP without metadata',
    access: { creates: 'lesson' },
    upload: 'file',
    status: 201,
    answer: mediaSchema,
  }),
  listMedia: defineRoute({
    method: 'GET',
    path: '/api/media',
    summary: "One's own files, the newest first, and how much room they take",
    access: { creates: 'lesson' },
    query: z.object({ ...pagingShape, type: typeSchema.optional(), trash: flagParamSchema.optional() }),
    answer: pageOf(mediaSchema).extend({ usage: usageSchema }),
  }),
  getMedia: defineRoute({
    method: 'GET',
    path: '/api/media/:id',
    summary: "One of one's own files",
    access: 'self',
    params,
    answer: mediaSchema,
  }),
  updateMedia: defineRoute({
    method: 'PATCH',
    path: '/api/media/:id',
    summary: 'Name and describe a file of one’s own',
    access: 'self',
    params,
    body: z.strictObject({
      original_filename: lineSchema(limits.name).min(1).optional(),
      alt: textSchema(limits.alt).optional(),
    }),
    answer: mediaSchema,
  }),
  setMediaPoster: defineRoute({
    method: 'POST',
    path: '/api/media/:id/poster',
    summary: 'The picture that stands for a video of one’s own, drawn by the browser that uploaded it',
    access: 'self',
    params,
    upload: 'file',
    answer: mediaSchema,
  }),
  deleteMedia: defineRoute({
    method: 'DELETE',
    path: '/api/media/:id',
    summary: 'Put a file of one’s own into the trash, where it still counts: lessons that show it go on showing it',
    access: 'self',
    params,
    status: 204,
    answer: null,
  }),
  restoreMedia: defineRoute({
    method: 'POST',
    path: '/api/media/:id/restore',
    summary: 'Take a file of one’s own out of the trash',
    access: 'self',
    params,
    answer: mediaSchema,
  }),
  listMediaUses: defineRoute({
    method: 'GET',
    path: '/api/media/:id/uses',
    summary: 'The lessons that show a file of one’s own, of those that one may see',
    access: 'self',
    params,
    answer: z.object({ items: z.array(z.object({ id: z.int(), title: z.string() })) }),
  }),
  purgeMedia: defineRoute({
    method: 'DELETE',
    path: '/api/media/:id/forever',
    summary:
      'Delete for ever what is in one’s trash; 409 media_in_use while a lesson, a version or a template may show it',
    access: 'self',
    params,
    status: 204,
    answer: null,
  }),
  importMedia: defineRoute({
    method: 'POST',
    path: '/api/media/import',
    summary:
      'Have the server fetch a file from its public address and keep a copy; 422 address_refused, address_failed',
    access: { creates: 'lesson' },
    body: z.strictObject({ url: z.string().trim().min(1).max(2_000) }),
    status: 201,
    answer: mediaSchema,
  }),
  mediaFile: defineRoute({
    method: 'GET',
    path: '/media/:token/:file',
    summary:
      'An uploaded file, by its unguessable address; never changes; in ranges. A picture also in a width: `?w=640`',
    access: 'public',
    params: z.object({
      token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
      file: z.string().regex(/^[A-Za-z0-9_-]{1,60}\.(webp|png|jpg|mp4|webm|mp3|m4a|ogg|wav)$/),
    }),
    query: z.object({ w: countParam(1, 10_000, 10_000).optional() }),
    answer: { file: '*/*' },
  }),
}
