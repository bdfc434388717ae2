/**
 * Every sync message passes here before it reaches the document: numbered, judged, applied and logged in one turn.
 * Hocuspocus then finds an empty update in its place, acknowledges ("in memory", which nobody takes for saved) and goes on.
 */
import { closeCodes, limits } from '@anawim/lesson'
import { countParts, decodeUpdate, judgeUpdate, type DecodedUpdate } from '@anawim/lesson/doc'
import type { Document, Extension } from '@hocuspocus/server'
import { compareHistory, type Comparison } from '../log/compare-history.ts'
import { isCausallyComplete } from '../log/update-frontier.ts'
import type { AppliedUpdate, LessonRoom } from '../rooms/lesson-room.ts'
import { askFrom, checkStateVector, doubtOwnId, isKnownHere, settleDoubts } from './asking.ts'
import { judgeAuthorship, type Authorship } from './authorship.ts'
import { untilClaimed, writeClients } from './claims.ts'
import type { Edit, EditorContext, EditorSession } from './editor-session.ts'
import type { EditorsDeps } from './editors.ts'
import { sync } from './frame.ts'
import { createQuarantine } from './quarantine.ts'

export interface Gate {
  extension: Extension<EditorContext>
  /**
   * A step 2 or an update of somebody who is in the lesson, taken without Hocuspocus in between: when this returns it is
   * judged, applied and queued for the log, or its sender has been told and closed. Only the first that somebody writes
   * under a new client id may have to wait a moment, and what follows it then waits behind it.
   */
  receive(session: EditorSession, document: Document, type: number, update: Uint8Array): void
}

/** What was found to be in order. */
interface Judged {
  update: DecodedUpdate
  comparison: Comparison
  authorship: Authorship
}

export function createGate(deps: EditorsDeps): Gate {
  const { db, config, log, rooms, writer } = deps
  const quarantine = createQuarantine(deps)

  function refuse(room: LessonRoom, session: EditorSession, { message, update }: Edit, code: string): void {
    rooms.tally.refused++
    quarantine(room.lessonId, session.grant.userId, code, update)
    session.refuse(message, code)
  }

  function judge(room: LessonRoom, session: EditorSession, type: number, update: DecodedUpdate): Judged | string {
    // First, for what honestly builds on something else than what stands here is nothing that a lesson can have either.
    const comparison = compareHistory(room.document, update)
    if (comparison.isContradicted) return 'contradiction'
    const verdict = judgeUpdate(update, room.document)
    if (!verdict.ok) return verdict.code
    const authorship = judgeAuthorship(room, session, type, update, config)
    return typeof authorship === 'string' ? authorship : { update, comparison, authorship }
  }

  /** Notes whose what is. */
  function note({ clients }: LessonRoom, session: EditorSession, { claimed, carried, written }: Authorship): void {
    const { userId } = session.grant
    for (const clientId of claimed) {
      session.claims++
      clients.claim(clientId, userId)
      // One and the same connection brought it, or has shown the same, and goes on writing under it.
      if (session.carried.has(clientId) || session.verified.has(clientId)) clients.confirm(clientId)
    }
    for (const clientId of written) if (session.verified.has(clientId)) clients.confirm(clientId)
    for (const { clientId, from } of carried) {
      clients.carry(clientId, from, userId)
      session.carried.add(clientId)
    }
  }

  /** The first edits under a new client id wait until it is durable whose that is. */
  function hold(room: LessonRoom, session: EditorSession, edit: Edit): void {
    session.held = [{ ...edit, update: edit.update.slice() }]
    room.log.hold()
    const goOn = () => {
      const edits = session.held ?? []
      session.held = null
      for (const held of edits) receiveNumbered(session, room.document, held)
    }
    untilClaimed(deps, room)
      .then(goOn)
      .catch((error: unknown) => log.error({ err: error, lessonId: room.lessonId }, 'after a claim'))
      .finally(() => room.log.release())
      // Nothing of one lesson may end the process.
      .catch(() => {})
  }

  /** What an update builds on is not here, or not known to be its sender's: it comes once more, with all that they have. */
  function awaitAll(room: LessonRoom, session: EditorSession, message: number): void {
    session.gapped(message)
    if (!session.isAsked) askFrom(session, room.document)
    session.isAsked = true
  }

  function take(room: LessonRoom, session: EditorSession, edit: Edit): void {
    const { message, type } = edit
    const isTooLarge =
      edit.update.byteLength > config.updateBytes ||
      (countParts(edit.update, limits.updateParts) ?? 0) > limits.updateParts
    const update = isTooLarge ? null : decodeUpdate(edit.update)
    if (!update) return refuse(room, session, edit, isTooLarge ? 'too_large' : 'malformed')
    // Who only deletes is let in: it is how a lesson that is full becomes smaller.
    const isFull = room.bytes + edit.update.byteLength > config.documentBytes
    if (isFull && update.byClient.size > 0) return refuse(room, session, edit, 'lesson_full')
    const isComplete = isCausallyComplete(room.document, update)
    if (type === sync.step2) session.isAsked = false
    if (!isComplete && type === sync.update) return awaitAll(room, session, message)
    doubtOwnId(room, session)
    const judged = judge(room, session, type, update)
    if (judged === 'unproven') return awaitAll(room, session, message)
    if (typeof judged === 'string') return refuse(room, session, edit, judged)
    note(room, session, judged.authorship)
    const fresh = judged.authorship.written.filter((id) => !room.clients.isDurable(id) && !session.waitedFor.has(id))
    if (fresh.length > 0) {
      for (const clientId of fresh) session.waitedFor.add(clientId)
      return hold(room, session, edit)
    }
    for (const clientId of judged.comparison.deleted) {
      // What was deleted by whoever carried it cannot be compared: it is kept, should anybody ask.
      if (type === sync.step2 && session.doubts.has(clientId)) {
        quarantine(room.lessonId, session.grant.userId, 'carried_deleted', edit.update)
      }
    }
    // Only a step 2 shows how all of it stands with its sender; an update may be one of several.
    const isConfirmed = type === sync.step2 && settleDoubts(room, session, update)
    // When this fails, it is written with the next row.
    if (isConfirmed || judged.authorship.claimed.length > 0) void writeClients(db, room).catch(() => {})
    if (isComplete) {
      setRight(room, session, edit, room.apply(session, update))
      // A step 2 holds all that its sender has: what had come before it and lacked something is in it too.
      const isAll = type === sync.step2 && isKnownHere(room, session)
      if (isAll) session.closeGaps(room.log.position)
      session.covered(message, room.log.position)
      if (isAll) session.isInSync = true
    } else {
      // It has no more to give, so asking again would go round for ever. Never shown as saved.
      log.warn({ lessonId: room.lessonId, userId: session.grant.userId }, 'an editor has what builds on nothing')
      setRight(room, session, edit, room.applyPart(session, update))
      session.gapped(message)
    }
  }

  /** What an accepted update says may still be nothing that a lesson can have. */
  function setRight(room: LessonRoom, session: EditorSession, edit: Edit, applied: AppliedUpdate): void {
    try {
      if (applied.repair() > 0) quarantine(room.lessonId, session.grant.userId, 'repaired', edit.update)
    } catch (error) {
      log.error({ err: error, lessonId: room.lessonId }, 'a lesson could not be repaired; readers bear with it')
    }
  }

  /** A document that was unloaded or evicted meanwhile writes no log: nothing may go into it, or be learnt from it. */
  function roomOf(document: Document): LessonRoom | null {
    const room = rooms.get(Number(document.name))
    return room?.document === document ? room : null
  }

  function receiveNumbered(session: EditorSession, document: Document, edit: Edit): void {
    const room = roomOf(document)
    if (!room) return session.socket.close(closeCodes.tryLater, 'tryLater')
    if (session.socket.isSealed) return
    if (session.held) return void session.held.push({ ...edit, update: edit.update.slice() })
    try {
      take(room, session, edit)
    } catch (error) {
      log.error({ err: error, lessonId: room.lessonId, userId: session.grant.userId }, 'an update damaged its document')
      refuse(room, session, edit, 'malformed')
      return rooms.evict(room)
    }
    session.tellSaved(room.log)
    if (writer.isRetrying) session.tellRetrying()
  }

  function receive(session: EditorSession, document: Document, type: number, update: Uint8Array): void {
    receiveNumbered(session, document, { message: ++session.received, type, update })
  }

  const extension: Extension<EditorContext> = {
    async beforeSync({ type, payload, connection, document, context }) {
      const { session, socket } = context
      const room = roomOf(document)
      if (!session || !room) socket.close(closeCodes.tryLater, 'tryLater')
      if (session) session.connection ??= connection
      if (type === sync.step1) return checkStateVector(socket, session, room, payload)
      if (session) receive(session, document, type, payload)
      // The payload is a view of the frame that Hocuspocus is about to apply: no structs, no deletions.
      payload.fill(0, 0, 2)
    },
  }
  return { extension, receive }
}
