import type { Knex } from 'knex'
import { isRowId } from '../row-id.ts'

export const templateCategories = ['planning', 'knowledge', 'practice', 'activity', 'other'] as const
export type TemplateCategory = (typeof templateCategories)[number]

export const templateLanguages = ['vi', 'en'] as const
export type TemplateLanguage = (typeof templateLanguages)[number]

/**
 * `published`: teachers start from it. `proposed`: a teacher asks for that. `withdrawn`: it was published once. `draft`: an admin has
 * made it, and not published it yet.
 */
export type TemplateState = 'draft' | 'proposed' | 'published' | 'withdrawn'

/** A template without its canvas. */
export interface TemplateRow {
  id: number
  name: string
  description: string
  /** A path under /media/. */
  thumbnail: string | null
  language: TemplateLanguage
  category: TemplateCategory
  state: TemplateState
  /** Its canvas as admins edit it; null: nobody has yet. */
  lessonId: number | null
  /** Who made or proposed it; null: it came with the product. */
  author: { id: number; fullName: string } | null
  createdAt: Date
  updatedAt: Date
}

type SelectedTemplate = Omit<TemplateRow, 'author'> & { authorId: number | null; authorName: string | null }

const STATE = `CASE WHEN templates.is_active THEN 'published' WHEN templates.published_at IS NOT NULL THEN 'withdrawn'
  WHEN templates.proposed_at IS NOT NULL THEN 'proposed' ELSE 'draft' END`

/** Templates that were not removed, with their authors' names. */
export function selectTemplates(db: Knex) {
  return db('templates')
    .leftJoin('users', 'users.id', 'templates.created_by')
    .whereNull('templates.removed_at')
    .select({
      id: 'templates.id',
      name: 'templates.name',
      description: 'templates.description',
      thumbnail: 'templates.thumbnail',
      language: 'templates.language',
      category: 'templates.category',
      lessonId: 'templates.lesson_id',
      authorId: 'users.id',
      authorName: 'users.full_name',
      createdAt: 'templates.created_at',
      updatedAt: 'templates.updated_at',
    })
    .select<SelectedTemplate[]>(db.raw(`${STATE} AS state`))
}

export function toTemplateRow({ authorId, authorName, ...row }: SelectedTemplate): TemplateRow {
  return { ...row, author: authorId === null || authorName === null ? null : { id: authorId, fullName: authorName } }
}

export async function templateById(db: Knex, id: number): Promise<TemplateRow | null> {
  if (!isRowId(id)) return null
  const row = await selectTemplates(db).where('templates.id', id).first<SelectedTemplate | undefined>()
  return row ? toTemplateRow(row) : null
}
