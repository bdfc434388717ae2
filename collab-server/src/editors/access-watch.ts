/** When something about a person or a lesson changes, everybody concerned is judged again, by the judge of the door. */
import { setTimeout as delay } from 'node:timers/promises'
import { admit } from './admit.ts'
import type { EditorSession } from './editor-session.ts'
import { closeReason, type EditorsDeps } from './editors.ts'

/** Returns the function that ends the watch. */
export function watchAccess(deps: EditorsDeps): () => void {
  const judgeAll = (isConcerned: (session: EditorSession) => boolean) => {
    for (const session of deps.sessions) if (isConcerned(session)) void judgeAgain(deps, session)
  }
  const offEvents = deps.db.events.on((event) => {
    switch (event.type) {
      case 'access':
        return judgeAll(({ grant }) => grant.lessonId === event.lessonId && grant.userId === event.userId)
      case 'lesson':
        return judgeAll(({ grant }) => grant.lessonId === event.lessonId)
      case 'user':
        return judgeAll(({ grant }) => grant.userId === event.userId)
      case 'content':
        return
    }
  })
  const offReconnect = deps.db.events.onReconnect(() => judgeAll(() => true))
  return () => {
    offEvents()
    offReconnect()
  }
}

async function judgeAgain(deps: EditorsDeps, session: EditorSession): Promise<void> {
  while (!session.socket.isSealed) {
    const { grant } = session
    try {
      const admission = await admit(deps.db, grant.token, grant.lessonId)
      if (!('refused' in admission)) return
      // A token that ended by its own is the business of its renewal; one that was replaced meanwhile is past.
      if (session.grant !== grant || grant.expiresAt.getTime() <= Date.now()) return
      deps.log.info({ lessonId: grant.lessonId, userId: grant.userId, code: admission.refused }, 'access withdrawn')
      return session.socket.close(admission.refused, closeReason(admission.refused))
    } catch (error) {
      deps.log.warn({ err: error, lessonId: grant.lessonId }, 'access could not be judged; trying again')
      await delay(deps.config.retryMinMs)
    }
  }
}
