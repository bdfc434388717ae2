/** A token's end on an open socket: it is asked to be renewed in time, and without that the socket closes. */
import { closeCodes } from '@anawim/lesson'
import type { EditorSession } from './editor-session.ts'
import type { EditorsDeps } from './editors.ts'

/** Waits for the end of the session's present token; called again when it was renewed. */
export function watchToken({ db, config, log }: EditorsDeps, session: EditorSession): void {
  const { grant } = session
  const left = grant.expiresAt.getTime() - Date.now()
  const askAt = Math.max(left - config.renewBeforeMs, left / 2, 0)
  const ask = setTimeout(() => session.connection?.requestToken(), askAt)
  const close = async () => {
    try {
      await db.ping()
    } catch {
      // The database is away: no token can be made or judged now, and who is in goes on working.
      if (session.grant !== grant || session.socket.isSealed) return
      session.connection?.requestToken()
      end = setTimeout(() => void close(), config.retryMaxMs)
      return
    }
    if (session.grant !== grant) return
    log.info({ lessonId: grant.lessonId, userId: grant.userId }, 'a collab token ended')
    session.socket.close(closeCodes.unauthenticated, 'unauthenticated')
  }
  let end = setTimeout(() => void close(), left + config.expiryGraceMs)
  session.onTokenReplaced(() => {
    clearTimeout(ask)
    clearTimeout(end)
  })
}
