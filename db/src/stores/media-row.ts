import type { Knex } from 'knex'

export const mediaTypes = ['image', 'video', 'audio'] as const
export type MediaType = (typeof mediaTypes)[number]

/** A file that somebody uploaded. Its address is a capability: it holds `token`, 22 unguessable characters. */
export interface MediaRow {
  id: number
  token: string
  filename: string
  originalFilename: string
  fileType: MediaType
  mimeType: string
  /** Bytes. */
  fileSize: number
  url: string
  /** An address like `url`: the picture of a video. */
  poster: string | null
  alt: string
  /** Pixels. */
  width: number | null
  height: number | null
  /** Seconds. */
  duration: number | null
  uploadedBy: number | null
  createdAt: Date
  /** When it was put into the trash. */
  deletedAt: Date | null
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
  poster: 'poster',
  alt: 'alt',
  width: 'width',
  height: 'height',
  duration: 'duration',
  uploadedBy: 'uploaded_by',
  createdAt: 'created_at',
  deletedAt: 'deleted_at',
}

/** Those that `narrow` leaves, in its order. */
export async function selectMedia(db: Knex, narrow: (query: Knex.QueryBuilder) => void): Promise<MediaRow[]> {
  const rows = await db('media_assets')
    .select<(Omit<MediaRow, 'fileSize'> & { fileSize: string })[]>(columns)
    .modify(narrow)
  return rows.map((row: Omit<MediaRow, 'fileSize'> & { fileSize: string }) => ({
    ...row,
    fileSize: Number(row.fileSize),
  }))
}
