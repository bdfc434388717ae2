import type { LessonContent } from '@anawim/lesson'
import type { Knex } from 'knex'

/** What the jobs do to templates while nobody looks. */
export interface TemplateUpkeep {
  /** The next template whose picture is not of its structure. */
  undrawn(): Promise<{ id: number; structure: LessonContent; updatedAt: Date } | null>
  /**
   * Its picture; null: it shows nothing worth one. Answers the address that nobody needs any more: the previous one, or this one when the
   * template has changed since `updatedAt` or is gone.
   */
  setDrawn(id: number, updatedAt: Date, thumbnail: string | null): Promise<string | null>
}

export function createTemplateUpkeep(knex: Knex): TemplateUpkeep {
  return {
    async undrawn() {
      const row = await knex('templates')
        .whereRaw('drawn_at IS NULL AND removed_at IS NULL')
        .orderBy('id')
        .first<{ id: number; structure: LessonContent; updated_at: Date } | undefined>('id', 'structure', 'updated_at')
      return row ? { id: row.id, structure: row.structure, updatedAt: row.updated_at } : null
    },

    setDrawn: (id, updatedAt, thumbnail) =>
      knex.transaction(async (trx) => {
        const before = await trx('templates')
          .where({ id })
          .whereRaw("date_trunc('milliseconds', updated_at) = ? AND removed_at IS NULL", [updatedAt])
          .forUpdate()
          .first<{ thumbnail: string | null } | undefined>('thumbnail')
        if (!before) return thumbnail
        await trx('templates').where({ id }).update({ thumbnail, drawn_at: trx.fn.now() })
        return before.thumbnail
      }),
  }
}
