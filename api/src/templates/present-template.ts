import type { TemplateRow } from '@anawim/db'
import type { Template } from '../contract/index.ts'

export function presentTemplate(row: TemplateRow): Template {
  const { id, name, description, thumbnail, language, category, state } = row
  const author = row.author && { id: row.author.id, full_name: row.author.fullName }
  return {
    id,
    name,
    description,
    thumbnail,
    language,
    category,
    state,
    author,
    updated_at: row.updatedAt.toISOString(),
  }
}
