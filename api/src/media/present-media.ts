import type { MediaRow } from '@anawim/db'
import type { Media } from '../contract/index.ts'

export function presentMedia(row: MediaRow): Media {
  return {
    id: row.id,
    filename: row.filename,
    original_filename: row.originalFilename,
    file_type: row.fileType,
    mime_type: row.mimeType,
    file_size: row.fileSize,
    url: row.url,
    poster: row.poster,
    alt: row.alt,
    width: row.width,
    height: row.height,
    duration: row.duration,
    uploaded_by: row.uploadedBy,
    created_at: row.createdAt.toISOString(),
    deleted_at: row.deletedAt?.toISOString() ?? null,
  }
}
