/** Uploads that go on where they stopped, by the tus protocol 1.0 (https://tus.io): for films, recordings and large pictures. */
import { z } from 'zod'
import { mediaSchema } from './media.ts'
import { defineRoute } from './route.ts'

const params = z.object({ uploadId: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })

/**
 * `Upload-Metadata` of a new upload: `filename`; and, as the browser sees them, `duration` in seconds, `width` and `height` in pixels.
 * Whose bytes have all arrived is answered with the row of the file, and its id in `Upload-Media-Id`; a HEAD of it tells that id too.
 */
export const mediaUploadRoutes = {
  startUpload: defineRoute({
    method: 'POST',
    path: '/api/media/uploads',
    summary: 'Begin an upload that can be resumed (tus): `Upload-Length`, `Upload-Metadata`; answers its `Location`',
    access: { creates: 'lesson' },
    streams: true,
    status: 201,
    answer: null,
  }),
  uploadState: defineRoute({
    method: 'HEAD',
    path: '/api/media/uploads/:uploadId',
    summary:
      'How much of it has arrived (tus): `Upload-Offset`; and `Upload-Media-Id` once it is a file of the library',
    access: { creates: 'lesson' },
    params,
    streams: true,
    answer: null,
  }),
  continueUpload: defineRoute({
    method: 'PATCH',
    path: '/api/media/uploads/:uploadId',
    summary: 'More bytes of it (tus); 204, and after the last byte 200 with the row of the file',
    access: { creates: 'lesson' },
    params,
    streams: true,
    answer: mediaSchema,
  }),
  cancelUpload: defineRoute({
    method: 'DELETE',
    path: '/api/media/uploads/:uploadId',
    summary: 'Throw away an upload that has not ended (tus)',
    access: { creates: 'lesson' },
    params,
    streams: true,
    status: 204,
    answer: null,
  }),
}
