import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Knex } from 'knex'

/**
 * Refresh tokens: `<session>.<counter>.<hmac>`, opaque to clients. The counter says which of the family's tokens it is;
 * since the hmac follows from both, the successor can be given out again without being stored.
 */
export interface SessionStore {
  start(userId: number): Promise<{ token: string; expiresAt: Date }>
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
}

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
    async start(userId) {
      const id = randomBytes(16).toString('base64url')
      await knex('sessions').where({ user_id: userId }).whereRaw('expires_at < now()').delete()
      const [row] = (await knex('sessions')
        .insert({ id, user_id: userId, expires_at: expiry() })
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
  }
}
