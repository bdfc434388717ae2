import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import type { lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError } from '../http/api-error.ts'
import type { Handler } from '../http/handler.ts'

/** What opens the editors' socket of one lesson. Only who may edit comes here; the socket judges again. */
export function createCollabTokenHandler({ db }: ApiDeps): Handler<(typeof lessonRoutes)['collabToken']> {
  return async ({ login, params, body, req }) => {
    if (body.schemaVersion !== undefined && body.schemaVersion < SCHEMA_VERSION) {
      throw new ApiError('client_outdated', 'This page is older than the server. Reload it.')
    }
    const user = await db.users.byId(login.person.id)
    if (!user) throw new ApiError('unauthenticated', 'This account is gone.')
    // Among what one opened last; nobody waits for it.
    db.folders.place(user.id, [params.id], { opened: true }).catch(() => {})
    const { schemaVersion } = body
    const claims = { userId: user.id, lessonId: params.id, ver: user.tokenVersion, schemaVersion }
    const { token, expiresIn } = await db.tokens.signCollab(claims)
    const url = `${req.secure ? 'wss' : 'ws'}://${req.host}/collab`
    return { token, name: String(params.id), url, expires_in: expiresIn, role: 'editor' }
  }
}
