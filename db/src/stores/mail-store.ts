import type { Knex } from 'knex'
import { emit } from '../events.ts'
import { isRowId } from '../row-id.ts'

/** A mail that was sent, waits, or is kept for want of a mail server. */
export interface MailRow {
  id: number
  recipient: string
  subject: string
  /** `%ORIGIN%` stands where an address of this server belongs. Empty once it was sent: a link in it is a key. */
  body: string
  /** Why the last attempt failed. */
  failure: string | null
  sentAt: Date | null
  createdAt: Date
}

export interface MailStore {
  /** Keeps it for the job that sends mails, and says so. */
  add(mail: { recipient: string; subject: string; body: string }): Promise<number>
  byId(id: number): Promise<MailRow | null>
  /** The newest first. */
  list(query: { skip: number; limit: number }): Promise<{ items: MailRow[]; total: number }>
  /** Ids of those that wait, no older than a day: later they would only puzzle. */
  unsent(limit: number): Promise<number[]>
  setSent(id: number): Promise<void>
  setFailure(id: number, failure: string): Promise<void>
}

/** Mails are of no use after that. */
const KEPT_DAYS = 30

const columns = {
  id: 'id',
  recipient: 'recipient',
  subject: 'subject',
  body: 'body',
  failure: 'failure',
  sentAt: 'sent_at',
  createdAt: 'created_at',
}

export function createMailStore(knex: Knex): MailStore {
  return {
    add: (mail) =>
      knex.transaction(async (trx) => {
        await trx('mails').whereRaw("created_at < now() - ? * interval '1 day'", [KEPT_DAYS]).delete()
        const [added] = (await trx('mails').insert(mail).returning('id')) as { id: number }[]
        if (!added) throw new Error('an insert returned no row')
        await emit(trx, { type: 'mail', mailId: added.id })
        return added.id
      }),

    byId: async (id) =>
      isRowId(id) ? ((await knex('mails').where({ id }).first<MailRow | undefined>(columns)) ?? null) : null,

    async list({ skip, limit }) {
      const [items, counted] = await Promise.all([
        knex('mails')
          .select<MailRow[]>(columns)
          .orderBy([
            { column: 'created_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .offset(skip)
          .limit(limit),
        knex('mails').select<{ total: number }[]>(knex.raw('count(*)::int AS total')),
      ])
      return { items, total: counted[0]?.total ?? 0 }
    },

    unsent: (limit) =>
      knex('mails')
        .whereNull('sent_at')
        .whereRaw("created_at > now() - interval '1 day'")
        .orderBy(['created_at', 'id'])
        .limit(limit)
        .pluck('id'),

    async setSent(id) {
      await knex('mails').where({ id }).update({ sent_at: knex.fn.now(), failure: null, body: '' })
    },

    async setFailure(id, failure) {
      await knex('mails')
        .where({ id })
        .update({ failure: failure.slice(0, 500) })
    },
  }
}
