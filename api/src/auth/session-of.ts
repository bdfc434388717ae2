import type { Database, UserRow } from '@anawim/db'
import type { Session } from '../contract/index.ts'
import { presentUser } from '../users/present-user.ts'

/** What logging in gives: an access token of this person, and who they are. */
export function createSessionOf(db: Database) {
  return async (user: UserRow): Promise<Session> => {
    const { token, expiresIn } = await db.tokens.signAccess(user)
    return { access_token: token, token_type: 'bearer', expires_in: expiresIn, user: presentUser(user) }
  }
}
