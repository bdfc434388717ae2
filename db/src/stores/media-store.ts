import type { Person } from '@anawim/lesson'
import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'
import { FOLDED_PATTERN, searchWords, storedText } from '../text.ts'
import { selectMedia, type MediaRow, type MediaType } from './media-row.ts'
import { createMediaUpkeep, UNUSED, type MediaUpkeep } from './media-upkeep.ts'
import { whereVisible } from './visible-lessons.ts'

export type NewMedia = Omit<MediaRow, 'id' | 'createdAt' | 'deletedAt' | 'duration' | 'poster' | 'alt'> & {
  duration?: number | null | undefined
  /** The resumable upload that it came by. */
  uploadId?: string | undefined
}

export interface MediaQuery {
  ownerId: number
  skip: number
  limit: number
  /** Every word must be in the name or the description, with or without its accents. */
  search?: string | undefined
  type?: MediaType | undefined
  /** Those in the trash instead of the rest. */
  trash?: boolean | undefined
}

/** What people upload, each in a library of their own. What is in the trash is found too, and counts. */
export interface MediaStore extends MediaUpkeep {
  /** `full`: the person's files would take more than `quota` bytes (null: there is none). */
  create(media: NewMedia, quota: number | null): Promise<MediaRow | 'full'>
  byToken(token: string): Promise<MediaRow | null>
  byUpload(ownerId: number, uploadId: string): Promise<MediaRow | null>
  /** Only one's own. */
  of(ownerId: number, id: number): Promise<MediaRow | null>
  /** The newest first. */
  list(query: MediaQuery): Promise<{ items: MediaRow[]; total: number }>
  /** Bytes of all of a person's files. */
  usage(ownerId: number): Promise<number>
  /** null: they have no such file, as with all that follows. */
  change(
    ownerId: number,
    id: number,
    change: { originalFilename?: string | undefined; alt?: string | undefined },
  ): Promise<MediaRow | null>
  /** Answers the poster that it had, too. */
  setPoster(ownerId: number, id: number, poster: string): Promise<{ row: MediaRow; before: string | null } | null>
  /** Lessons that show it go on showing it. */
  trash(ownerId: number, id: number): Promise<MediaRow | null>
  restore(ownerId: number, id: number): Promise<MediaRow | null>
  /** Deletes the row of what is in the trash; the caller deletes the files. `in_use`: a lesson, a version or a template may show it. */
  purge(ownerId: number, id: number): Promise<MediaRow | 'in_use' | null>
  /** The lessons that show it now, of those that this person sees: the latest hundred. */
  uses(token: string, person: Person): Promise<{ id: number; title: string }[]>
}

export function createMediaStore(knex: Knex): MediaStore {
  const find = async (db: Knex, where: object): Promise<MediaRow | null> =>
    (await selectMedia(db, (query) => void query.where(where)))[0] ?? null
  const of = async (ownerId: number, id: number) => (isRowId(id) ? find(knex, { id, uploaded_by: ownerId }) : null)
  const update = async (ownerId: number, id: number, values: object) => {
    if (!isRowId(id)) return null
    if (Object.keys(values).length > 0) await knex('media_assets').where({ id, uploaded_by: ownerId }).update(values)
    return of(ownerId, id)
  }
  const usage = async (db: Knex, ownerId: number) => {
    const [sum] = await db('media_assets')
      .where({ uploaded_by: ownerId })
      .select<{ bytes: string }[]>(db.raw('coalesce(sum(file_size), 0) AS bytes'))
    return Number(sum?.bytes)
  }

  return {
    ...createMediaUpkeep(knex),
    of,
    byToken: (token) => find(knex, { token }),
    byUpload: (ownerId, uploadId) => find(knex, { uploaded_by: ownerId, upload_id: uploadId }),
    usage: (ownerId) => usage(knex, ownerId),

    create: (media, quota) =>
      knex.transaction(async (trx) => {
        // Two uploads of one person that end at the same moment take turns.
        await trx('users').where({ id: media.uploadedBy }).forNoKeyUpdate().select('id')
        if (quota !== null && media.uploadedBy !== null) {
          if ((await usage(trx, media.uploadedBy)) + media.fileSize > quota) return 'full'
        }
        await trx('media_assets').insert({
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
          upload_id: media.uploadId ?? null,
        })
        const created = await find(trx, { token: media.token })
        if (!created) throw new Error('a file vanished right after it was written')
        return created
      }),

    async list({ ownerId, skip, limit, search, type, trash = false }) {
      const narrow = (query: Knex.QueryBuilder) => {
        void query.where({ uploaded_by: ownerId, is_deleted: trash })
        if (type !== undefined) void query.where({ file_type: type })
        for (const word of searchWords(search)) void query.whereRaw(`search LIKE ${FOLDED_PATTERN}`, [word])
      }
      const [items, counted] = await Promise.all([
        selectMedia(knex, (query) => {
          narrow(query)
          void query.orderByRaw('created_at DESC, id DESC').offset(skip).limit(limit)
        }),
        knex('media_assets').select<{ total: number }[]>(knex.raw('count(*)::int AS total')).modify(narrow),
      ])
      return { items, total: counted[0]?.total ?? 0 }
    },

    change: (ownerId, id, { originalFilename, alt }) =>
      update(ownerId, id, {
        ...(originalFilename === undefined ? {} : { original_filename: storedText(originalFilename) }),
        ...(alt === undefined ? {} : { alt: storedText(alt) }),
      }),
    trash: (ownerId, id) =>
      update(ownerId, id, { is_deleted: true, deleted_at: knex.raw('coalesce(deleted_at, now())') }),
    restore: (ownerId, id) => update(ownerId, id, { is_deleted: false, deleted_at: null, unused_since: null }),

    async setPoster(ownerId, id, poster) {
      const before = await of(ownerId, id)
      const row = before && (await update(ownerId, id, { poster }))
      return row && { row, before: before.poster }
    },

    async purge(ownerId, id) {
      const row = await of(ownerId, id)
      if (!row?.deletedAt) return null
      const gone = await knex('media_assets')
        .where({ id, uploaded_by: ownerId, is_deleted: true, is_tracked: true })
        .whereRaw(UNUSED)
        .delete()
      return gone === 0 ? 'in_use' : row
    },

    uses: (token, person) =>
      knex('lessons')
        .join('media_uses', 'media_uses.lesson_id', 'lessons.id')
        .where({ 'media_uses.token': token })
        .whereNull('media_uses.ended_at')
        .modify((query) => whereVisible(query, person, false))
        .orderByRaw('lessons.updated_at DESC, lessons.id DESC')
        .limit(100)
        .select<{ id: number; title: string }[]>('lessons.id', 'lessons.title'),
  }
}
