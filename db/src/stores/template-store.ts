import type { LessonContent } from '@anawim/lesson'
import type { Knex } from 'knex'
import { emit } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { FOLDED_PATTERN, searchWords, storedText } from '../text.ts'
import { insertLesson, type MadeCanvas } from './insert-lesson.ts'
import {
  selectTemplates,
  templateById,
  toTemplateRow,
  type TemplateCategory,
  type TemplateLanguage,
  type TemplateRow,
} from './template-row.ts'
import { createTemplateUpkeep, type TemplateUpkeep } from './template-upkeep.ts'

export interface TemplateDetails {
  name: string
  description: string
  language: TemplateLanguage
  category: TemplateCategory
}

/** `structure` is canonical content, as text. */
export type NewTemplate = TemplateDetails & { structure: string; authorId: number; isProposal: boolean }

/** A template that comes with the product. */
export type ShippedTemplate = TemplateDetails & { slug: string; structure: LessonContent }

export interface TemplateStore extends TemplateUpkeep {
  /** In the order that admins gave. `isPublished`: only those that teachers can start from. */
  list(query: {
    isPublished: boolean
    search?: string | undefined
    language?: TemplateLanguage | undefined
    category?: TemplateCategory | undefined
    skip: number
    limit: number
  }): Promise<{ items: TemplateRow[]; total: number }>
  byId(id: number): Promise<TemplateRow | null>
  /** What a lesson begins with that is made from it, as text; `isPublished` false: whatever its state. */
  structure(id: number, isPublished: boolean): Promise<string | null>
  create(template: NewTemplate): Promise<TemplateRow>
  update(
    id: number,
    patch: { [K in keyof TemplateDetails]?: TemplateDetails[K] | undefined },
  ): Promise<TemplateRow | null>
  /** The lesson that is its canvas, hidden from lists. `make` gives the canvas of its structure when there is none yet. */
  openCanvas(
    id: number,
    authorId: number,
    make: (structure: string) => Promise<MadeCanvas | null>,
  ): Promise<number | null>
  /** Its canvas, as it was last projected, is from now on what lessons begin with. */
  publish(id: number): Promise<TemplateRow | null>
  withdraw(id: number): Promise<TemplateRow | null>
  /** These first, in this order; the others after them, in theirs. */
  order(ids: readonly number[]): Promise<void>
  /** Lessons made from it stay as they are. */
  remove(id: number): Promise<boolean>
  /** Proposals of this person that no admin has decided on. */
  waitingOf(authorId: number): Promise<number>
  /** Makes those that were never here; those that somebody changed or removed stay so. Answers how many it made. */
  ship(templates: readonly ShippedTemplate[]): Promise<number>
}

export function createTemplateStore(knex: Knex): TemplateStore {
  /** Changes one row; null when it is not there. */
  function change(id: number, columns: Record<string, unknown>): Promise<TemplateRow | null> {
    if (!isRowId(id)) return Promise.resolve(null)
    return knex.transaction(async (trx) => {
      const changed = await trx('templates')
        .where({ id })
        .whereNull('removed_at')
        .update({ ...columns, updated_at: trx.fn.now() })
      if (changed === 0) return null
      await emit(trx, { type: 'template', templateId: id })
      return templateById(trx, id)
    })
  }

  return {
    ...createTemplateUpkeep(knex),
    async list({ isPublished, search, language, category, skip, limit }) {
      const narrow = (query: Knex.QueryBuilder) => {
        if (isPublished) query.where('templates.is_active', true)
        for (const word of searchWords(search)) query.whereRaw(`templates.search LIKE ${FOLDED_PATTERN}`, [word])
        if (language !== undefined) query.where('templates.language', language)
        if (category !== undefined) query.where('templates.category', category)
      }
      const [rows, counted] = await Promise.all([
        selectTemplates(knex).modify(narrow).orderByRaw('templates.position, templates.id').offset(skip).limit(limit),
        knex('templates')
          .whereNull('removed_at')
          .modify(narrow)
          .select<{ total: number }[]>(knex.raw('count(*)::int AS total')),
      ])
      return { items: rows.map(toTemplateRow), total: counted[0]?.total ?? 0 }
    },

    byId: (id) => templateById(knex, id),

    async structure(id, isPublished) {
      if (!isRowId(id)) return null
      const row = await knex('templates')
        .where({ id, ...(isPublished && { is_active: true }) })
        .whereNull('removed_at')
        .first<{ json: string } | undefined>(knex.raw('structure::text AS json'))
      return row?.json ?? null
    },

    create: ({ structure, authorId, isProposal, ...details }) =>
      knex.transaction(async (trx) => {
        const [row] = (await trx('templates')
          .insert({
            ...stored(details),
            structure,
            is_active: false,
            created_by: authorId,
            proposed_at: isProposal ? trx.fn.now() : null,
            position: trx.raw('(SELECT coalesce(max(position), 0) + 1 FROM templates)'),
          })
          .returning('id')) as { id: number }[]
        if (!row) throw new Error('an insert returned no row')
        await emit(trx, { type: 'template', templateId: row.id })
        const created = await templateById(trx, row.id)
        if (!created) throw new Error('a template vanished inside a transaction')
        return created
      }),

    update: (id, patch) => change(id, stored(patch)),

    async openCanvas(id, authorId, make) {
      const found = await templateById(knex, id)
      if (!found || found.lessonId !== null) return found?.lessonId ?? null
      const json = await knex('templates').where({ id }).first<{ json: string }>(knex.raw('structure::text AS json'))
      const canvas = await make(json.json)
      if (!canvas) return null
      return knex.transaction(async (trx) => {
        // Of two who open it at once, the second gets what the first made.
        const row = await trx('templates')
          .where({ id })
          .forUpdate()
          .first<{ lesson_id: number | null; name: string } | undefined>('lesson_id', 'name')
        if (!row || row.lesson_id !== null) return row?.lesson_id ?? null
        const lessonId = await insertLesson(trx, { title: row.name, author_id: authorId, is_template: true }, canvas)
        await trx('templates').where({ id }).update({ lesson_id: lessonId })
        return lessonId
      })
    },

    publish: (id) =>
      change(id, {
        structure: knex.raw(
          'coalesce((SELECT content FROM lessons WHERE lessons.id = templates.lesson_id), structure)',
        ),
        is_active: true,
        published_at: knex.fn.now(),
        drawn_at: null,
      }),
    withdraw: (id) => change(id, { is_active: false }),

    async order(ids) {
      await knex.transaction(async (trx) => {
        await trx.raw(
          `WITH ranked AS (
             SELECT id, row_number() OVER (ORDER BY array_position(?::integer[], id) NULLS LAST, position, id) AS place
             FROM templates)
           UPDATE templates SET position = ranked.place FROM ranked
           WHERE ranked.id = templates.id AND templates.position <> ranked.place`,
          [[...ids]],
        )
        await emit(trx, { type: 'template', templateId: ids[0] ?? 0 })
      })
    },

    remove: (id) =>
      knex.transaction(async (trx) => {
        if (!isRowId(id)) return false
        const [row] = (await trx('templates')
          .where({ id })
          .whereNull('removed_at')
          .update({ removed_at: trx.fn.now(), is_active: false })
          .returning('lesson_id')) as { lesson_id: number | null }[]
        if (!row) return false
        if (row.lesson_id !== null) {
          await trx('lessons').where({ id: row.lesson_id }).update({ deleted_at: trx.fn.now() })
          await emit(trx, { type: 'lesson', lessonId: row.lesson_id, change: 'trashed' })
        }
        await emit(trx, { type: 'template', templateId: id })
        return true
      }),

    async waitingOf(authorId) {
      const [row] = await knex('templates')
        .where({ created_by: authorId, is_active: false })
        .whereRaw('proposed_at IS NOT NULL AND published_at IS NULL AND removed_at IS NULL')
        .select<{ total: number }[]>(knex.raw('count(*)::int AS total'))
      return row?.total ?? 0
    },

    async ship(shipped) {
      const there = new Set(await knex('templates').whereNotNull('slug').pluck<string[]>('slug'))
      const rows = shipped.flatMap(({ structure, slug, ...details }, index) => {
        if (there.has(slug)) return []
        const columns = { ...stored(details), slug, structure: JSON.stringify(structure), position: index + 1 }
        return [{ ...columns, is_active: true, published_at: knex.fn.now() }]
      })
      if (rows.length === 0) return 0
      const made = await knex('templates').insert(rows).onConflict('slug').ignore().returning('id')
      return made.length
    },
  }
}

/** The columns of what was given. */
function stored(details: Partial<Record<keyof TemplateDetails, string | undefined>>): Record<string, unknown> {
  const { name, description, language, category } = details
  const columns = {
    name: name === undefined ? undefined : storedText(name),
    description: description === undefined ? undefined : storedText(description),
    language,
    category,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}
