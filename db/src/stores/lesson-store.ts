import { createDocState } from '@anawim/lesson/doc'
import type { LessonContent, LessonFacts, Person } from '@anawim/lesson'
import type { Knex } from 'knex'
import { emit, type AnawimEvent } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { storedText } from '../text.ts'
import { createFactsReads, stampOf, type StampedFacts } from './lesson-facts.ts'
import { insertLesson, type MadeCanvas } from './insert-lesson.ts'
import { lessonFacets, listLessons } from './lesson-list.ts'
import type { LessonQuery, ListedLesson } from './lesson-query.ts'
import { createProjectionStore, type ProjectionStore } from './lesson-projection.ts'
import { createLessonWords, type LessonWords } from './lesson-words.ts'
import { lessonById, selectLessons, toLessonRow, type LessonRow, type SelectedLesson } from './lesson-row.ts'

/** What a person writes about a lesson. */
export interface LessonDetails {
  title: string
  description?: string | undefined
  level?: string | null | undefined
  topic?: string | null | undefined
  duration?: number | null | undefined
}

export type NewLesson = LessonDetails & {
  authorId: number
  templateId?: number | null | undefined
  /** Canonical: what `contentSchema` gave, or what was made of it already. */
  content: LessonContent | MadeCanvas
}

export type LessonWithContent = LessonRow & {
  content: LessonContent
  /** The last row of the log that `content` covers. */
  contentUpdateId: string
}

/** `stamp`: as `stampedFacts` gives it. */
export type LessonWithJson = LessonRow & { json: string; stamp: string }

export interface LessonStore extends ProjectionStore, LessonWords {
  /** Row, first snapshot and JSON in one transaction. */
  create(lesson: NewLesson): Promise<LessonRow>
  /** Those in the trash too. */
  byId(id: number): Promise<LessonRow | null>
  withContent(id: number): Promise<LessonWithContent | null>
  /** The same with the JSON as text: for who hands it on, or reads it on another thread. */
  withJson(id: number): Promise<LessonWithJson | null>
  /** What `judge()` needs to know. */
  facts(id: number): Promise<LessonFacts | null>
  /** The same, and a stamp by which one sees that nothing has changed for readers. */
  stampedFacts(id: number): Promise<StampedFacts | null>
  /** Of those of them that there are, those in the trash too. */
  titles(ids: readonly number[]): Promise<Map<number, string>>
  list(query: LessonQuery): Promise<{ items: ListedLesson[]; total: number }>
  facets(person: Person): Promise<{ levels: string[]; topics: string[] }>
  /** `stale`: its revision is not `ifRevision`, or none of them, any more. */
  update(
    id: number,
    patch: Partial<LessonDetails>,
    ifRevision?: number | readonly number[],
  ): Promise<LessonRow | null | 'stale'>
  publish(id: number, options: { isPublic: boolean }): Promise<LessonRow | null>
  unpublish(id: number): Promise<LessonRow | null>
  trash(id: number): Promise<LessonRow | null>
  restore(id: number): Promise<LessonRow | null>
}

type LessonChange = (AnawimEvent & { type: 'lesson' })['change']

export function createLessonStore(knex: Knex): LessonStore {
  const stampedFacts = createFactsReads(knex)

  /** One change of one row that is in the trash, or is not; null when there is none. */
  function change(id: number, inTrash: boolean, said: LessonChange, columns: Record<string, unknown>) {
    return knex.transaction(async (trx) => {
      const changed = await trx('lessons')
        .where({ id })
        .whereRaw(inTrash ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL')
        .update({ ...columns, revision: trx.raw('revision + 1'), updated_at: trx.fn.now() })
      if (changed === 0) return null
      await emit(trx, { type: 'lesson', lessonId: id, change: said })
      return lessonById(trx, id)
    })
  }

  function create({ content, authorId, templateId, ...details }: NewLesson): Promise<LessonRow> {
    const canvas = 'state' in content ? content : made(content)
    return knex.transaction(async (trx) => {
      const columns = { ...stored(details), author_id: authorId, template_id: templateId ?? null }
      const id = await insertLesson(trx, columns, canvas)
      const created = await lessonById(trx, id)
      if (!created) throw new Error('a lesson vanished inside a transaction')
      return created
    })
  }

  async function withContent(id: number): Promise<LessonWithContent | null> {
    if (!isRowId(id)) return null
    const row = await selectLessons(knex)
      .select({ content: 'lessons.content', contentUpdateId: 'lessons.projected_update_id' })
      .where('lessons.id', id)
      .first<(SelectedLesson & { content: LessonContent; contentUpdateId: string }) | undefined>()
    return row ? toLessonRow(row) : null
  }

  return {
    ...createProjectionStore(knex),
    ...createLessonWords(knex),
    create,
    byId: (id) => lessonById(knex, id),
    withContent,
    async withJson(id) {
      if (!isRowId(id)) return null
      const row = await selectLessons(knex)
        .select({ json: knex.raw('lessons.content::text') })
        .where('lessons.id', id)
        .first<(SelectedLesson & { json: string }) | undefined>()
      return row ? { ...toLessonRow(row), stamp: stampOf(row) } : null
    },
    facts: async (id) => (await stampedFacts(id))?.facts ?? null,
    stampedFacts,
    async titles(ids) {
      const rows = await knex('lessons').whereIn('id', ids).select<{ id: number; title: string }[]>('id', 'title')
      return new Map(rows.map(({ id, title }) => [id, title]))
    },
    list: (query) => listLessons(knex, query),
    facets: (person) => lessonFacets(knex, person),

    update: (id, patch, ifRevision) =>
      knex.transaction(async (trx) => {
        const before = await trx('lessons')
          .where({ id })
          .whereNull('deleted_at')
          .forUpdate()
          .first<{ revision: number } | undefined>('revision')
        if (!before) return null
        if (ifRevision !== undefined && ![ifRevision].flat().includes(before.revision)) return 'stale'
        await trx('lessons')
          .where({ id })
          .update({ ...stored(patch), revision: before.revision + 1, updated_at: trx.fn.now() })
        await emit(trx, { type: 'lesson', lessonId: id, change: 'updated' })
        return lessonById(trx, id)
      }),

    publish: (id, { isPublic }) =>
      change(id, false, 'published', {
        status: 'published',
        is_public: isPublic,
        published_at: knex.raw('coalesce(published_at, now())'),
      }),
    unpublish: (id) => change(id, false, 'unpublished', { status: 'draft', published_at: null }),
    trash: (id) => change(id, false, 'trashed', { deleted_at: knex.fn.now() }),
    restore: (id) => change(id, true, 'restored', { deleted_at: null }),
  }
}

function made(content: LessonContent): MadeCanvas {
  return { json: JSON.stringify(content), state: createDocState(content) }
}

/** The columns of what was given; what was not given is left as it is. */
function stored({ title, description, level, topic, duration }: Partial<LessonDetails>): Record<string, unknown> {
  const columns = {
    title: text(title),
    description: text(description),
    level: text(level),
    topic: text(topic),
    duration,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function text(value: string | null | undefined): string | null | undefined {
  return typeof value === 'string' ? storedText(value) : value
}
