/**
 * May this person bring what is new in an update? Under one's own client ids everything; of others' only what a step 2
 * carries that this server lacks, because it was killed after it had shown it and before it was durable.
 */
import type { DecodedUpdate } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import type { CollabConfig } from '../config.ts'
import type { LessonRoom } from '../rooms/lesson-room.ts'
import type { EditorSession } from './editor-session.ts'
import { sync } from './frame.ts'

export interface Authorship {
  /** Ids that become this person's. */
  claimed: number[]
  /** Ids of others of which something is new, and from which clock on. */
  carried: { clientId: number; from: number }[]
  /** Own ids, or such that become so, under which something is new. */
  written: number[]
}

/** `unproven`: nobody's, but somebody else brought the beginning, and this one has not shown yet to have it. */
export type AuthorshipRefusal = 'foreign_client' | 'too_many_clients' | 'unproven'

export function judgeAuthorship(
  room: LessonRoom,
  session: EditorSession,
  type: number,
  { byClient }: DecodedUpdate,
  { clientIdsPerConnection, carriedIdsPerConnection, documentClientIds }: CollabConfig,
): Authorship | AuthorshipRefusal {
  const found: Authorship = { claimed: [], carried: [], written: [] }
  const { userId } = session.grant
  let newIds = 0
  const own = session.presenceId
  if (own !== null && isClaimable(room, session, own)) found.claimed.push(own)
  for (const [clientId, structs] of byClient) {
    const from = Y.getState(room.document.store, clientId)
    const last = structs.at(-1)
    if (!last || last.id.clock + last.length <= from) continue
    if (from === 0) newIds++
    const owner = room.clients.get(clientId)?.userId ?? null
    if (owner === userId || found.claimed.includes(clientId)) {
      found.written.push(clientId)
    } else if (type === sync.update) {
      if (owner !== null || clientId === room.document.clientID) return 'foreign_client'
      if (!isClaimable(room, session, clientId)) return session.isInSync ? 'foreign_client' : 'unproven'
      found.claimed.push(clientId)
      found.written.push(clientId)
    } else {
      // Who wrote it is here, and has shown all there is of it: nobody can know more.
      if (clientId === room.document.clientID || isHere(room, clientId, owner)) return 'foreign_client'
      found.carried.push({ clientId, from })
    }
  }
  const isTooMany =
    session.claims + found.claimed.length > clientIdsPerConnection ||
    session.carried.size + found.carried.length > carriedIdsPerConnection ||
    room.document.store.clients.size + newIds > documentClientIds
  return isTooMany ? 'too_many_clients' : found
}

/** Nobody's yet, and not written under by anybody else. */
export function isClaimable(room: LessonRoom, session: EditorSession, clientId: number): boolean {
  if (clientId === room.document.clientID) return false
  const held = room.clients.get(clientId)
  if (held && held.userId !== null) return false
  if (Y.getState(room.document.store, clientId) === 0 || session.verified.has(clientId)) return true
  // Written before anybody asked whose an id is; or brought by this very person.
  return held === undefined || held.carrierId === session.grant.userId
}

function isHere(room: LessonRoom, clientId: number, owner: number | null): boolean {
  if (owner === null) return false
  for (const { presenceId, isInSync, grant } of room.sessions) {
    if (presenceId === clientId && isInSync && grant.userId === owner) return true
  }
  return false
}
