/** The one judge of who may have a lesson open: asked when they come, renew their token, or something about them changes. */
import type { Database } from '@anawim/db'
import { closeCodes, judge, type CloseCode } from '@anawim/lesson'
import { SCHEMA_VERSION } from '@anawim/lesson/doc'

/** What a valid token grants. */
export interface Grant {
  token: string
  lessonId: number
  userId: number
  fullName: string
  expiresAt: Date
}

export type Admission = { grant: Grant } | { refused: CloseCode }

/** A lesson's id as `name` says it; null when it is not one. */
export function parseLessonName(name: string): number | null {
  return /^[1-9]\d{0,9}$/.test(name) && Number(name) < 2 ** 31 ? Number(name) : null
}

/** Throws when the database is away: then nothing is known, and who is in stays in. */
export async function admit(
  db: Pick<Database, 'tokens' | 'lessons'>,
  token: string,
  lessonId: number | null,
): Promise<Admission> {
  const claims = await db.tokens.verifyCollab(token)
  if (!claims) return { refused: closeCodes.unauthenticated }
  if (claims.lessonId !== lessonId) return { refused: closeCodes.forbidden }
  // A page that was loaded from an older (or newer) server, and comes back to this one with the token that it had.
  if (claims.schemaVersion !== null && claims.schemaVersion !== SCHEMA_VERSION) return { refused: closeCodes.outdated }
  const facts = await db.lessons.facts(lessonId)
  if (!facts || facts.isDeleted) return { refused: closeCodes.gone }
  if (judge(claims.person, 'edit', facts) !== 'allowed') return { refused: closeCodes.forbidden }
  const { userId, fullName, expiresAt } = claims
  return { grant: { token, lessonId, userId, fullName, expiresAt } }
}
