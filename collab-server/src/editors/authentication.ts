/** Who comes in: a valid collab token for this lesson, of somebody who may edit it now. */
import { closeCodes, type CloseCode } from '@anawim/lesson'
import type { Extension } from '@hocuspocus/server'
import { admit, parseLessonName } from './admit.ts'
import { EditorSession, type EditorContext } from './editor-session.ts'
import type { EditorSocket } from './editor-socket.ts'
import { closeReason, type EditorsDeps } from './editors.ts'
import { Halt } from './fence.ts'
import { watchToken } from './token-life.ts'

export function authentication(deps: EditorsDeps): Extension<EditorContext> {
  const { db, config, sessions } = deps
  return {
    async onAuthenticate({ token, documentName, context }) {
      const { socket } = context
      if (!deps.isOpen()) turnAway(socket, closeCodes.tryLater)
      if (socket.slots.size >= config.lessonsPerEditorSocket) turnAway(socket, closeCodes.forbidden)
      const slot = Symbol(documentName)
      socket.slots.add(slot)
      const admission = await admit(db, token, parseLessonName(documentName))
      if ('refused' in admission) turnAway(socket, admission.refused)
      else {
        socket.authenticated()
        const session = new EditorSession(socket, admission.grant, config.savedMs)
        // From now on every withdrawal finds it, also while the document is still loading.
        sessions.add(session)
        socket.onClosed(() => {
          sessions.delete(session)
          session.end()
        })
        return { session, slot }
      }
    },

    async connected({ connection, context, documentName }) {
      const { session } = context
      const room = deps.rooms.get(Number(documentName))
      if (!session || room?.document !== connection.document) return context.socket.close(closeCodes.tryLater)
      session.connection = connection
      room.sessions.add(session)
      watchToken(deps, session)
      session.tellSaved(room.log)
    },

    async onTokenSync({ token, connection }) {
      const { session } = connection.context
      if (!session) return
      const admission = await admit(db, token, session.grant.lessonId).catch((error: unknown) => {
        // Without a database nobody can be judged: the present token goes on, and its end asks again.
        deps.log.warn({ err: error }, 'a renewed token could not be judged')
        return null
      })
      if (!admission) return
      if ('refused' in admission) return session.socket.close(admission.refused, closeReason(admission.refused))
      if (admission.grant.userId !== session.grant.userId) return session.socket.close(closeCodes.unauthenticated)
      session.grant = admission.grant
      watchToken(deps, session)
    },

    async onDisconnect({ context, document }) {
      const { session, slot, socket } = context
      if (slot) socket.slots.delete(slot)
      if (session) deps.sessions.delete(session)
      if (!session) return
      session.end()
      for (const room of deps.rooms.all()) if (room.document === document) room.sessions.delete(session)
    },
  }
}

/** Closed a moment later, so that Hocuspocus' own "permission denied" goes out before. */
function turnAway(socket: EditorSocket, code: CloseCode): never {
  setImmediate(() => socket.close(code, closeReason(code)))
  throw new Halt(closeReason(code))
}
