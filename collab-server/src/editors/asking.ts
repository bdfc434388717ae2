/** What the server asks of an editor: what it lacks itself, and what it must see once more before it says "saved". */
import { closeCodes } from '@anawim/lesson'
import type { DecodedUpdate } from '@anawim/lesson/doc'
import { OutgoingMessage, type Document } from '@hocuspocus/server'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Doubt } from '../rooms/lesson-clients.ts'
import type { LessonRoom } from '../rooms/lesson-room.ts'
import type { EditorSession } from './editor-session.ts'
import type { EditorSocket } from './editor-socket.ts'
import { sync } from './frame.ts'

/**
 * Asks by a step 1: the client's answer is a step 2 with all that is not here, and what is doubted once more.
 */
export function askFrom(session: EditorSession, document: Document, doubts: readonly Doubt[] = []): void {
  const { connection } = session
  if (!connection) return
  const known = Y.decodeStateVector(Y.encodeStateVector(document))
  for (const { clientId, from } of doubts) known.set(clientId, from)
  const { encoder } = new OutgoingMessage(connection.messageAddress).createSyncMessage()
  encoding.writeVarUint(encoder, sync.step1)
  encoding.writeVarUint8Array(encoder, Y.encodeStateVector(known))
  connection.send(encoding.toUint8Array(encoder))
}

/**
 * An editor's step 1 says what it has. Of that, what somebody else brought here under an id that is not theirs must be seen:
 * it would not be sent otherwise, and might be different. One that cannot be read is made an empty one, so that Hocuspocus
 * does not stumble; its answer goes nowhere.
 */
export function checkStateVector(
  socket: EditorSocket,
  session: EditorSession | undefined,
  room: LessonRoom | null,
  payload: Uint8Array,
): void {
  try {
    const known = Y.decodeStateVector(payload)
    if (!session || !room) return
    session.known = known
    doubt(room, session, room.clients.doubtsAbout(known))
  } catch {
    socket.close(closeCodes.refused, 'refused')
    payload.fill(0)
  }
}

/**
 * Is all here that this editor said to have when it came? A step 2 may answer what an earlier server asked, which knew more and was
 * killed: the stock provider sends what it could not send on one connection on the next.
 */
export function isKnownHere({ document }: LessonRoom, { known }: EditorSession): boolean {
  for (const [clientId, clock] of known) if (Y.getState(document.store, clientId) < clock) return false
  return true
}

/** Once: the id that an editor shows as its own may be somebody else's here, with other content. */
export function doubtOwnId(room: LessonRoom, session: EditorSession): void {
  const clientId = session.namedId
  if (clientId === null || session.isOwnIdSeen) return
  session.isOwnIdSeen = true
  const owner = room.clients.get(clientId)?.userId ?? null
  const to = Math.min(session.known.get(clientId) ?? 0, Y.getState(room.document.store, clientId))
  if (owner === null || owner === session.grant.userId || to === 0) return
  doubt(room, session, [{ clientId, from: 0, to }])
}

/** What an update shows of what is doubted, and does not contradict, is doubted no more. True when an owner has confirmed what is here. */
export function settleDoubts(room: LessonRoom, session: EditorSession, { byClient }: DecodedUpdate): boolean {
  let isConfirmed = false
  for (const { clientId, from, to } of session.doubts.values()) {
    const structs = byClient.get(clientId) ?? []
    const [first, last] = [structs[0], structs.at(-1)]
    if (!first || !last || first.id.clock > from || last.id.clock + last.length < to) continue
    session.doubts.delete(clientId)
    session.verified.add(clientId)
    const owner = room.clients.get(clientId)?.userId ?? null
    if (session.presenceId !== clientId || owner !== session.grant.userId) continue
    room.clients.confirm(clientId)
    isConfirmed = true
  }
  return isConfirmed
}

function doubt(room: LessonRoom, session: EditorSession, doubts: readonly Doubt[]): void {
  if (doubts.length === 0) return
  for (const each of doubts) session.doubts.set(each.clientId, each)
  askFrom(session, room.document, doubts)
}
