import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { limits } from '@anawim/lesson'
import type { Knex } from 'knex'
import { emit } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { groupReads } from './group-reads.ts'

/** A link for viewing one lesson. Its secret and its code are not kept, and so cannot be shown again. */
export interface LinkRow {
  id: number
  lessonId: number
  hasCode: boolean
  createdAt: Date
  expiresAt: Date
}

/** What is told once, when a link is made. */
export interface NewLink {
  link: LinkRow
  /** 22 characters, 128 bits. */
  secret: string
  /** Six digits; null when it has none. */
  code: string | null
}

/** Links that have expired count as gone everywhere. */
export interface LinkStore {
  /** `days`: how long it lasts. */
  create(link: { lessonId: number; createdBy: number; days: number; withCode: boolean }): Promise<NewLink | 'too_many'>
  list(lessonId: number): Promise<LinkRow[]>
  byId(id: number): Promise<LinkRow | null>
  bySecret(secret: string): Promise<LinkRow | null>
  /** Is this the code of that link? Any code is that of a link without one. */
  isCode(link: LinkRow, secret: string, code: string): Promise<boolean>
  /** false: the lesson has no such link. Says `link`. */
  remove(lessonId: number, id: number): Promise<boolean>
}

const columns = { id: 'id', lessonId: 'lesson_id', createdAt: 'created_at', expiresAt: 'expires_at' }

export function createLinkStore(knex: Knex): LinkStore {
  const live = (db: Knex = knex) =>
    db('lesson_links')
      .select(columns)
      .select<LinkRow[]>(db.raw('code_hash IS NOT NULL AS "hasCode"'))
      .whereRaw('expires_at > now()')
  const byIds = groupReads(async (ids) => {
    const rows = await live().whereRaw('id = ANY(?::integer[])', [ids])
    return new Map(rows.map((row) => [row.id, row]))
  })

  return {
    create: ({ lessonId, createdBy, days, withCode }) =>
      knex.transaction(async (trx) => {
        // One at a time of one lesson, so that two at once do not make one too many.
        await trx('lessons').where({ id: lessonId }).forUpdate().select('id')
        await trx('lesson_links').where({ lesson_id: lessonId }).whereRaw('expires_at <= now()').delete()
        const there = await trx('lesson_links').where({ lesson_id: lessonId }).select('id')
        if (there.length >= limits.links) return 'too_many'
        const secret = randomBytes(16).toString('base64url')
        const code = withCode ? String(randomInt(1_000_000)).padStart(6, '0') : null
        const [row] = (await trx('lesson_links')
          .insert({
            lesson_id: lessonId,
            secret_hash: digest(secret),
            code_hash: code === null ? null : digest(secret, code),
            created_by: createdBy,
            expires_at: trx.raw("now() + ? * interval '1 day'", [days]),
          })
          .returning('id')) as { id: number }[]
        const link = row && (await live(trx).where({ id: row.id }).first())
        if (!link) throw new Error('an insert returned no row')
        return { link, secret, code }
      }),

    list: (lessonId) => live().where({ lesson_id: lessonId }).orderBy('id'),
    byId: async (id) => (isRowId(id) ? byIds(id) : null),
    bySecret: async (secret) =>
      (await live()
        .where({ secret_hash: digest(secret) })
        .first()) ?? null,

    async isCode(link, secret, code) {
      const row = await knex('lesson_links').where({ id: link.id }).first<{ code_hash: Buffer | null }>('code_hash')
      return row !== undefined && (row.code_hash === null || timingSafeEqual(row.code_hash, digest(secret, code)))
    },

    remove: (lessonId, id) =>
      knex.transaction(async (trx) => {
        const removed = await trx('lesson_links').where({ lesson_id: lessonId, id }).delete()
        if (removed > 0) await emit(trx, { type: 'link', lessonId, linkId: id })
        return removed > 0
      }),
  }
}

/** A code is digested with the secret, which nobody can guess: six digits alone are tried out in a moment. */
function digest(secret: string, code?: string): Buffer {
  return createHash('sha256')
    .update(code === undefined ? secret : `${secret} ${code}`)
    .digest()
}
