import type { LessonStatus } from '@anawim/lesson'
import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'

/** A lesson without its canvas. */
export interface LessonRow {
  id: number
  title: string
  description: string
  /** A path under /media/. */
  thumbnail: string | null
  level: string | null
  topic: string | null
  /** Whole minutes. */
  duration: number | null
  status: LessonStatus
  isPublic: boolean
  authorId: number
  author: { id: number; fullName: string }
  templateId: number | null
  /** A template's canvas: hidden from lists. */
  isTemplate: boolean
  createdAt: Date
  updatedAt: Date
  publishedAt: Date | null
  /** Not null: in the trash. */
  deletedAt: Date | null
  /** Moves at every change of the row, content included, the thumbnail not: what ETag and If-Match are made of. */
  revision: number
}

/** A row as it is selected: the author's name still beside the rest. */
export type SelectedLesson = Omit<LessonRow, 'author'> & { authorName: string }

const columns = {
  id: 'lessons.id',
  title: 'lessons.title',
  description: 'lessons.description',
  thumbnail: 'lessons.thumbnail',
  level: 'lessons.level',
  topic: 'lessons.topic',
  duration: 'lessons.duration',
  status: 'lessons.status',
  isPublic: 'lessons.is_public',
  authorId: 'lessons.author_id',
  authorName: 'users.full_name',
  templateId: 'lessons.template_id',
  isTemplate: 'lessons.is_template',
  createdAt: 'lessons.created_at',
  updatedAt: 'lessons.updated_at',
  publishedAt: 'lessons.published_at',
  deletedAt: 'lessons.deleted_at',
  revision: 'lessons.revision',
}

/** Lessons with their authors' names, to be narrowed and ordered by the caller. */
export function selectLessons(db: Knex) {
  return db('lessons').join('users', 'users.id', 'lessons.author_id').select<SelectedLesson[]>(columns)
}

export function toLessonRow<T extends SelectedLesson>({ authorName, ...row }: T) {
  return { ...row, author: { id: row.authorId, fullName: authorName } }
}

export async function lessonById(db: Knex, id: number): Promise<LessonRow | null> {
  if (!isRowId(id)) return null
  const row = await selectLessons(db).where('lessons.id', id).first<SelectedLesson | undefined>()
  return row ? toLessonRow(row) : null
}
