/**
 * Every sync message passes here before it reaches the document: numbered, judged, applied and logged in one turn.
 * Hocuspocus then finds an empty update in its place, acknowledges ("in memory", which nobody takes for saved) and goes on.
 */
import { closeCodes } from '@anawim/lesson'
import { judgeUpdate } from '@anawim/lesson/doc'
import { OutgoingMessage, type Connection, type Document, type Extension } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { LessonRoom } from '../rooms/lesson-room.ts'
import type { EditorContext, EditorSession } from './editor-session.ts'
import type { EditorsDeps } from './editors.ts'
import { Halt } from './fence.ts'
import { readFrame, sync } from './frame.ts'
import { hasTaken, isCausallyComplete } from './update-frontier.ts'

export function gate({ config, log, rooms }: EditorsDeps): Extension<EditorContext> {
  /** True when it is in the document and in the queue; false when something that it builds on is missing. */
  function take(room: LessonRoom, session: EditorSession, update: Uint8Array): boolean {
    if (!isCausallyComplete(room.document, update)) return false
    room.apply(session, update)
    if (!hasTaken(room.document, update)) throw new Error('the document did not take the update')
    return true
  }

  function receive(room: LessonRoom, session: EditorSession, type: number, update: Uint8Array): void {
    const message = ++session.received
    const verdict = update.byteLength > config.updateBytes ? tooLarge : judgeUpdate(update)
    if (!verdict.ok) return session.refuse(message, verdict.code)
    try {
      if (take(room, session, update)) {
        if (type === sync.step2) session.closeGaps(room.log.position)
        session.covered(message, room.log.position)
      } else {
        session.gapped(message)
        askForMore(session, room.document)
      }
    } catch (error) {
      log.error({ err: error, lessonId: room.lessonId, userId: session.grant.userId }, 'an update damaged its document')
      session.refuse(message, 'malformed')
      return rooms.evict(room)
    }
    session.tellSaved(room.log)
  }

  return {
    async beforeHandleMessage({ update, context }) {
      const { session, socket } = context
      if (session && !socket.isSealed && readFrame(update)) return
      socket.close(closeCodes.refused, 'refused')
      throw new Halt('refused')
    },

    async beforeSync({ type, payload, connection, document, context }) {
      const { session } = context
      const room = rooms.get(Number(document.name))
      // A document that was unloaded or evicted meanwhile writes no log: nothing may go into it.
      if (!session || room?.document !== document) context.socket.close(closeCodes.tryLater, 'tryLater')
      if (!session || !room || session.socket.isSealed) throw new Halt('closed')
      if (type === sync.step1) return checkStateVector(session, payload)
      session.connection ??= connection as Connection
      receive(room, session, type, payload)
      // The payload is a view of the frame that Hocuspocus is about to apply: no structs, no deletions.
      payload.fill(0, 0, 2)
    },
  }
}

const tooLarge = { ok: false, code: 'too_large' } as const

function checkStateVector(session: EditorSession, payload: Uint8Array): void {
  try {
    Y.decodeStateVector(payload)
  } catch {
    session.socket.close(closeCodes.refused, 'refused')
    throw new Halt('refused')
  }
}

/** The client's answer is a step 2 with all that is not here, what was missing included. */
function askForMore(session: EditorSession, document: Document): void {
  const { connection } = session
  if (!connection) return
  connection.send(
    new OutgoingMessage(connection.messageAddress).createSyncMessage().writeFirstSyncStepFor(document).toUint8Array(),
  )
}
