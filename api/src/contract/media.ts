import { z } from 'zod'
import { defineRoute } from './route.ts'
import { timeSchema } from './values.ts'

/** An uploaded file. `url` is a capability: who knows it may read it. Sizes in pixels and bytes. */
export const mediaSchema = z
  .object({
    id: z.int(),
    filename: z.string(),
    original_filename: z.string(),
    file_type: z.string(),
    mime_type: z.string(),
    file_size: z.int(),
    url: z.string(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    duration: z.number().nullable(),
    uploaded_by: z.int().nullable(),
    created_at: timeSchema,
  })
  .meta({ id: 'Media' })
export type Media = z.output<typeof mediaSchema>

export const mediaRoutes = {
  uploadMedia: defineRoute({
    method: 'POST',
    path: '/api/media',
    summary: 'Upload a picture (PNG, JPEG, WebP, GIF, AVIF; 20 MB); stored as WebP without metadata',
    access: { creates: 'lesson' },
    upload: 'file',
    status: 201,
    answer: mediaSchema,
  }),
  mediaFile: defineRoute({
    method: 'GET',
    path: '/media/:token/:file',
    summary: 'An uploaded file, by its unguessable address; never changes',
    access: 'public',
    params: z.object({
      token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
      file: z.string().regex(/^[A-Za-z0-9_-]{1,60}\.(webp|png|jpg)$/),
    }),
    answer: { file: 'image/*' },
  }),
}
