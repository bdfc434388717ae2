import type { Knex } from 'knex'

/** What was kept of a lesson at one moment, without its canvas. */
export interface VersionRow {
  id: number
  lessonId: number
  /** null: kept by itself, and thinned with age. */
  name: string | null
  /** Who named or kept it; null: nobody did, or the account is no more. */
  author: VersionPerson | null
  /** Who edited since the version before, by name. */
  editors: VersionPerson[]
  /** A path under /media/. */
  thumbnail: string | null
  /** When the lesson was as it is in this version. */
  createdAt: Date
}

export interface VersionPerson {
  id: number
  fullName: string
}

/** The canvas of a version, as it is stored: apply `packed` first, then the updates. */
export interface StoredStates {
  /** Yjs v2, gzip. */
  packed: Uint8Array | null
  /** Yjs v1, in the order of the log. */
  updates: Uint8Array[]
}

interface SelectedVersion extends Omit<VersionRow, 'author' | 'editors'> {
  authorId: number | null
  authorName: string | null
  editors: [id: number, fullName: string][]
}

const columns = {
  id: 'v.id',
  lessonId: 'v.lesson_id',
  name: 'v.name',
  authorId: 'author.id',
  authorName: 'author.full_name',
  thumbnail: 'v.thumbnail',
  createdAt: 'v.created_at',
}

const EDITORS = `coalesce((
  SELECT json_agg(json_build_array(id, full_name) ORDER BY full_name COLLATE "vi-x-icu", id)
  FROM users WHERE id = ANY(v.editor_ids)), '[]') AS editors`

/** Versions of a lesson that one may see, the newest first; `versionId`: only that one. */
export async function selectVersions(db: Knex, lessonId: number, versionId?: number): Promise<VersionRow[]> {
  const rows = await db('lesson_versions AS v')
    .leftJoin('users AS author', 'author.id', 'v.author_id')
    .select(columns)
    .select<SelectedVersion[]>(db.raw(EDITORS))
    .where({ 'v.lesson_id': lessonId, ...(versionId === undefined ? {} : { 'v.id': versionId }) })
    .whereNull('v.removed_at')
    .orderBy([
      { column: 'v.created_at', order: 'desc' },
      { column: 'v.id', order: 'desc' },
    ])
  return rows.map(({ authorId, authorName, editors, ...row }) => ({
    ...row,
    author: authorId === null || authorName === null ? null : { id: authorId, fullName: authorName },
    editors: editors.map(([id, fullName]) => ({ id, fullName })),
  }))
}
