import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'
import { storedText } from '../text.ts'

/** A file that somebody uploaded. Its address is a capability: it holds `token`, 22 unguessable characters. */
export interface MediaRow {
  id: number
  token: string
  filename: string
  originalFilename: string
  /** `image`, and later `video`, `audio`, … */
  fileType: string
  mimeType: string
  /** Bytes. */
  fileSize: number
  url: string
  /** Pixels. */
  width: number | null
  height: number | null
  /** Seconds. */
  duration: number | null
  uploadedBy: number | null
  createdAt: Date
}

export type NewMedia = Omit<MediaRow, 'id' | 'createdAt' | 'duration'> & { duration?: number | null | undefined }

/** Files that were deleted are not found. */
export interface MediaStore {
  create(media: NewMedia): Promise<MediaRow>
  byId(id: number): Promise<MediaRow | null>
  byToken(token: string): Promise<MediaRow | null>
}

const columns = {
  id: 'id',
  token: 'token',
  filename: 'filename',
  originalFilename: 'original_filename',
  fileType: 'file_type',
  mimeType: 'mime_type',
  fileSize: 'file_size',
  url: 'url',
  width: 'width',
  height: 'height',
  duration: 'duration',
  uploadedBy: 'uploaded_by',
  createdAt: 'created_at',
}

export function createMediaStore(knex: Knex): MediaStore {
  async function find(where: { id: number } | { token: string }): Promise<MediaRow | null> {
    const row = await knex('media_assets')
      .where({ ...where, is_deleted: false })
      .first<(Omit<MediaRow, 'fileSize'> & { fileSize: string }) | undefined>(columns)
    return row ? { ...row, fileSize: Number(row.fileSize) } : null
  }

  return {
    byId: async (id) => (isRowId(id) ? find({ id }) : null),
    byToken: (token) => find({ token }),
    async create(media) {
      await knex('media_assets').insert({
        token: media.token,
        filename: media.filename,
        original_filename: storedText(media.originalFilename),
        file_type: media.fileType,
        mime_type: media.mimeType,
        file_size: media.fileSize,
        url: media.url,
        width: media.width,
        height: media.height,
        duration: media.duration ?? null,
        uploaded_by: media.uploadedBy,
      })
      const created = await find({ token: media.token })
      if (!created) throw new Error('a file vanished right after it was written')
      return created
    },
  }
}
