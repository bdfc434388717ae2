import type { MediaRow } from '@anawim/db'
import { randomBytes } from 'node:crypto'
import type { Media, mediaRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import { encodeImage } from './encode-image.ts'
import { createQueue } from '../http/queue.ts'
import { receiveUpload } from './receive-upload.ts'
import { sendMediaFile } from './send-media-file.ts'

const FILENAME = 'image.webp'

/** Uploading pictures, and serving what was uploaded. */
export function createMediaHandlers({ db, config }: ApiDeps): HandlersOf<typeof mediaRoutes> {
  const encoding = createQueue(config.imagesAtOnce)
  const limits = { limitPixels: config.imageLimitPixels, sidePixels: config.imageSidePixels }

  return {
    async uploadMedia({ login, req }) {
      const upload = await receiveUpload(req, 'file', config.uploadLimitBytes)
      try {
        const { bytes, width, height } = await encoding(() => encodeImage(upload.path, limits))
        // 128 random bits: who does not know the address cannot find the file.
        const token = randomBytes(16).toString('base64url')
        await db.blobs.write(`${token}/${FILENAME}`, bytes)
        const row = await db.media.create({
          token,
          filename: FILENAME,
          originalFilename: upload.originalFilename,
          fileType: 'image',
          mimeType: 'image/webp',
          fileSize: bytes.length,
          url: `/media/${token}/${FILENAME}`,
          width,
          height,
          uploadedBy: login.person.id,
        })
        return presentMedia(row)
      } finally {
        await upload.discard()
      }
    },

    mediaFile({ params: { token, file }, res }) {
      return sendMediaFile(res, absolutePath(`${token}/${file}`))
    },
  }

  function absolutePath(path: string): string {
    try {
      return db.blobs.absolutePath(path)
    } catch {
      throw notFound()
    }
  }
}

function presentMedia(row: MediaRow): Media {
  return {
    id: row.id,
    filename: row.filename,
    original_filename: row.originalFilename,
    file_type: row.fileType,
    mime_type: row.mimeType,
    file_size: row.fileSize,
    url: row.url,
    width: row.width,
    height: row.height,
    duration: row.duration,
    uploaded_by: row.uploadedBy,
    created_at: row.createdAt.toISOString(),
  }
}
