import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Knex } from 'knex'
import { emit } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { storedText } from '../text.ts'

/**
 * Refresh tokens: `<session>.<counter>.<hmac>`, opaque to clients. The counter says which of the family's tokens it is;
 * since the hmac follows from both, the successor can be given out again without being stored.
 */
export interface SessionStore {
  /** `device`: what the browser calls itself. */
  start(userId: number, device?: string): Promise<{ token: string; expiresAt: Date }>
  /**
   * The next token of the family. The previous one gives the same successor for `graceSeconds`, so that two tabs never
   * log each other out; any older one was stolen or lost, and ends the family.
   */
  rotate(
    token: string,
    options: { graceSeconds: number },
  ): Promise<{ userId: number; token: string; expiresAt: Date } | 'invalid'>
  end(token: string): Promise<void>
  endAll(userId: number): Promise<void>
  /** The session that a refresh token is of, by its inner name; null when it is none of ours. */
  idOf(token: string): string | null
  /** Where somebody is logged in, the last used first. `current`: the session that asks. */
  list(userId: number, current: string | null): Promise<ListedSession[]>
  /**
   * Logs out one of them, or all but the one that asks. Access tokens end everywhere at once; who still has a session gets a new
   * one by itself. false: there was none.
   */
  endSome(userId: number, which: { number: number } | { allBut: string | null }): Promise<boolean>
}

/** A place where somebody is logged in. */
export interface ListedSession {
  number: number
  /** What the browser called itself when it logged in. */
  device: string
  startedAt: Date
  /** To within the life of an access token. */
  lastUsedAt: Date
  isCurrent: boolean
}

/** Longest name of a device: a browser's own is shorter. */
const MOST_DEVICE = 300

interface SessionRow {
  id: string
  user_id: number
  counter: number
  expires_at: Date
  seconds_since_rotation: number
  is_live: boolean
}

/** `lifeDays` runs anew from each rotation. */
export function createSessionStore(knex: Knex, secret: string, lifeDays: number): SessionStore {
  const key = createHmac('sha256', secret).update('refresh tokens').digest()

  function sign(id: string, counter: number): string {
    const signed = `${id}.${counter}`
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
  }

  /** The session and counter of a token that we signed; null for any other string. */
  function read(token: string): { id: string; counter: number } | null {
    const match = /^([\w-]{22})\.(\d{1,9})\.[\w-]{43}$/.exec(token)
    const [, id, counter] = match ?? []
    if (id === undefined || counter === undefined) return null
    const expected = sign(id, Number(counter))
    if (expected.length !== token.length || !timingSafeEqual(Buffer.from(expected), Buffer.from(token))) return null
    return { id, counter: Number(counter) }
  }

  const expiry = () => knex.raw("now() + ? * interval '1 day'", [lifeDays])

  return {
    async start(userId, device = '') {
      const id = randomBytes(16).toString('base64url')
      await knex('sessions').where({ user_id: userId }).whereRaw('expires_at < now()').delete()
      const [row] = (await knex('sessions')
        .insert({ id, user_id: userId, expires_at: expiry(), device: storedText(device).slice(0, MOST_DEVICE) })
        .returning('expires_at')) as { expires_at: Date }[]
      if (!row) throw new Error('an insert returned no row')
      return { token: sign(id, 0), expiresAt: row.expires_at }
    },

    async rotate(token, { graceSeconds }) {
      const signed = read(token)
      if (!signed) return 'invalid'
      const { id, counter } = signed
      return knex.transaction(async (trx) => {
        const session = await trx('sessions')
          .join('users', 'users.id', 'sessions.user_id')
          .where('sessions.id', id)
          .forUpdate('sessions')
          .first<SessionRow | undefined>(
            'sessions.*',
            trx.raw('extract(epoch FROM clock_timestamp() - rotated_at)::float8 AS seconds_since_rotation'),
            trx.raw('(users.is_active AND expires_at > now()) AS is_live'),
          )
        if (!session) return 'invalid'
        if (session.is_live && counter === session.counter) {
          const [next] = (await trx('sessions')
            .where({ id })
            .update({ counter: counter + 1, rotated_at: trx.raw('clock_timestamp()'), expires_at: expiry() })
            .returning('expires_at')) as { expires_at: Date }[]
          if (!next) throw new Error('an update returned no row')
          return { userId: session.user_id, token: sign(id, counter + 1), expiresAt: next.expires_at }
        }
        const isPrevious = counter === session.counter - 1 && session.seconds_since_rotation <= graceSeconds
        if (session.is_live && isPrevious) {
          return { userId: session.user_id, token: sign(id, session.counter), expiresAt: session.expires_at }
        }
        await trx('sessions').where({ id }).delete()
        return 'invalid'
      })
    },

    async end(token) {
      const session = read(token)
      if (session) await knex('sessions').where({ id: session.id }).delete()
    },

    async endAll(userId) {
      await knex('sessions').where({ user_id: userId }).delete()
    },

    idOf: (token) => read(token)?.id ?? null,

    list: (userId, current) =>
      knex('sessions')
        .where({ user_id: userId })
        .whereRaw('expires_at > now()')
        .select<ListedSession[]>(
          knex.raw('number, device, created_at AS "startedAt", rotated_at AS "lastUsedAt", id = ? AS "isCurrent"', [
            current ?? '',
          ]),
        )
        .orderBy([{ column: 'rotated_at', order: 'desc' }, 'id']),

    endSome: (userId, which) =>
      knex.transaction(async (trx) => {
        if ('number' in which && !isRowId(which.number)) return false
        const ended = await trx('sessions')
          .where({ user_id: userId })
          .modify((some) => {
            if ('number' in which) some.where({ number: which.number })
            else some.whereNot({ id: which.allBut ?? '' })
          })
          .delete()
        if (ended === 0) return false
        await trx('users')
          .where({ id: userId })
          .update({ token_version: trx.raw('token_version + 1') })
        await emit(trx, { type: 'user', userId, change: 'sessions' })
        return true
      }),
  }
}
