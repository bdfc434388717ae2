/**
 * Every sync message passes here before it reaches the document: numbered, judged, applied and logged in one turn.
 * Hocuspocus then finds an empty update in its place, acknowledges ("in memory", which nobody takes for saved) and goes on.
 */
import { closeCodes } from '@anawim/lesson'
import { judgeUpdate } from '@anawim/lesson/doc'
import { OutgoingMessage, type Document, type Extension } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { LessonRoom } from '../rooms/lesson-room.ts'
import type { EditorContext, EditorSession } from './editor-session.ts'
import type { EditorSocket } from './editor-socket.ts'
import type { EditorsDeps } from './editors.ts'
import { sync } from './frame.ts'
import { isCausallyComplete } from '../log/update-frontier.ts'

export interface Gate {
  extension: Extension<EditorContext>
  /**
   * A step 2 or an update of somebody who is in the lesson, taken without Hocuspocus in between: when this returns it is
   * judged, applied and queued for the log, or its sender has been told and closed.
   */
  receive(session: EditorSession, document: Document, type: number, update: Uint8Array): void
}

export function createGate({ config, log, rooms, writer }: EditorsDeps): Gate {
  function take(room: LessonRoom, session: EditorSession, type: number, update: Uint8Array): void {
    const message = session.received
    if (isCausallyComplete(room.document, update)) {
      room.apply(session, update)
      // A step 2 holds all that its sender has: what had come before it and lacked something is in it too.
      if (type === sync.step2) session.closeGaps(room.log.position)
      session.covered(message, room.log.position)
    } else if (type === sync.step2) {
      // It has no more to give, so asking again would go round for ever. Never shown as saved.
      log.warn({ lessonId: room.lessonId, userId: session.grant.userId }, 'an editor has what builds on nothing')
      room.applyPart(session, update)
      session.gapped(message)
    } else {
      session.gapped(message)
      askForMore(session, room.document)
    }
  }

  function judge(room: LessonRoom, session: EditorSession, type: number, update: Uint8Array): void {
    const message = ++session.received
    const verdict = update.byteLength > config.updateBytes ? tooLarge : judgeUpdate(update)
    if (!verdict.ok) return session.refuse(message, verdict.code)
    if (type === sync.step2) session.isAsked = false
    try {
      take(room, session, type, update)
    } catch (error) {
      log.error({ err: error, lessonId: room.lessonId, userId: session.grant.userId }, 'an update damaged its document')
      session.refuse(message, 'malformed')
      return rooms.evict(room)
    }
    session.tellSaved(room.log)
    if (writer.isRetrying) session.tellRetrying()
  }

  /** A document that was unloaded or evicted meanwhile writes no log: nothing may go into it, or be learnt from it. */
  function roomOf(document: Document): LessonRoom | null {
    const room = rooms.get(Number(document.name))
    return room?.document === document ? room : null
  }

  function receive(session: EditorSession, document: Document, type: number, update: Uint8Array): void {
    const room = roomOf(document)
    if (!room) session.socket.close(closeCodes.tryLater, 'tryLater')
    else if (!session.socket.isSealed) judge(room, session, type, update)
  }

  const extension: Extension<EditorContext> = {
    async beforeSync({ type, payload, connection, document, context }) {
      const { session, socket } = context
      if (!session || !roomOf(document)) socket.close(closeCodes.tryLater, 'tryLater')
      if (type === sync.step1) return checkStateVector(socket, payload)
      if (session) {
        session.connection ??= connection
        receive(session, document, type, payload)
      }
      // The payload is a view of the frame that Hocuspocus is about to apply: no structs, no deletions.
      payload.fill(0, 0, 2)
    },
  }
  return { extension, receive }
}

const tooLarge = { ok: false, code: 'too_large' } as const

/** One that cannot be read is made an empty one, so that Hocuspocus does not stumble; its answer goes nowhere. */
function checkStateVector(socket: EditorSocket, payload: Uint8Array): void {
  try {
    Y.decodeStateVector(payload)
  } catch {
    socket.close(closeCodes.refused, 'refused')
    payload.fill(0)
  }
}

/** The client's answer is a step 2 with all that is not here, what was missing included. */
function askForMore(session: EditorSession, document: Document): void {
  const { connection } = session
  if (!connection || session.isAsked) return
  session.isAsked = true
  connection.send(
    new OutgoingMessage(connection.messageAddress).createSyncMessage().writeFirstSyncStepFor(document).toUint8Array(),
  )
}
