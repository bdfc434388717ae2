/**
 * Presence cannot be forged: a connection speaks for one client id, name and colour are the server's, the size is bounded.
 * Messages are taken in here; Hocuspocus' own handling of the same message is given nothing to do.
 */
import { closeCodes, decodeMotion, joinInk, type Motion } from '@anawim/lesson'
import type { Document, Extension } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import { removeAwarenessStates } from 'y-protocols/awareness'
import { isClaimable } from './authorship.ts'
import type { Broadcast } from './broadcast.ts'
import { untilClaimed } from './claims.ts'
import type { EditorContext, EditorSession, PresenceEntry } from './editor-session.ts'
import type { EditorsDeps } from './editors.ts'
import { Halt } from './fence.ts'
import { readFrame } from './frame.ts'
import { cleanPresence, presenceUser } from './presence-state.ts'

/** The stock provider leaves a connection that is silent for 30 s; its awareness speaks every 15, and is answered by then. */
const SILENCE = 10_000

export interface PresenceDesk {
  extension: Extension<EditorContext>
  /** Takes an awareness update in, or closes the socket of who sends what is none. */
  receive(session: EditorSession, document: Document, update: Uint8Array): void
  /** The same for a motion. */
  receiveMotion(session: EditorSession, document: Document, bytes: Uint8Array): void
}

export function createPresence(deps: EditorsDeps, broadcastOf: (document: Document) => Broadcast): PresenceDesk {
  const { config, log, rooms, sessions } = deps

  /** The client id that this session speaks for; the first it shows, if nobody else in the lesson has it. */
  function isOwn(session: EditorSession, clientId: number): boolean {
    if (session.presenceId !== null) return session.presenceId === clientId
    const { lessonId, userId } = session.grant
    for (const other of sessions) {
      if (other.presenceId !== clientId || other.grant.lessonId !== lessonId) continue
      if (other.grant.userId !== userId) return false
      // The same browser, back before its old connection was found dead.
      other.presenceId = null
    }
    session.presenceId = clientId
    return true
  }

  function take(session: EditorSession, document: Document, entry: PresenceEntry): void {
    const { clientId, state } = entry
    const room = rooms.get(Number(document.name))
    if (room?.document !== document) return
    if (state !== null) session.namedId ??= clientId
    // Others' states come too (a client forgets who fell silent, and says so): they are none of its business.
    const owner = room.clients.get(clientId)?.userId ?? session.grant.userId
    if (owner !== session.grant.userId) return
    if (state === null ? session.presenceId !== clientId : !isOwn(session, clientId)) return
    if (session.claims < config.clientIdsPerConnection && isClaimable(room, session, clientId)) {
      session.claims++
      room.clients.claim(clientId, session.grant.userId)
    }
    if (session.unshown) session.unshown = entry
    else if (room.clients.isDurable(clientId)) show(session, document, entry)
    else {
      session.unshown = entry
      untilClaimed(deps, room)
        .then(() => {
          const newest = session.unshown
          session.unshown = null
          if (newest && room.sessions.has(session)) show(session, document, newest)
        })
        .catch((error: unknown) => log.error({ err: error, lessonId: room.lessonId }, 'presence after a claim'))
    }
  }

  function show(session: EditorSession, document: Document, { clientId, clock, state }: PresenceEntry): void {
    const { meta, states } = document.awareness
    const shown = cleanPresence(state, presenceUser(session.grant.userId, session.grant.fullName))
    const known = meta.get(clientId)?.clock ?? -1
    // Whose pointer travels as motion says nothing of it here.
    if (shown && session.motion) shown['cursor'] = session.motion.cursor
    if (shown) states.set(clientId, shown)
    else states.delete(clientId)
    // Who reconnects announces itself with the clock it had: without a higher one nobody would show it again.
    meta.set(clientId, { clock: Math.max(clock, known + 1), lastUpdated: Date.now() })
    broadcastOf(document).show(clientId)
  }

  function receive(session: EditorSession, document: Document, update: Uint8Array): void {
    const entries = update.byteLength > config.presenceBytes ? null : readEntries(update)
    if (!entries) return session.socket.close(closeCodes.refused, 'refused')
    for (const entry of entries) take(session, document, entry)
    const { socket } = session
    if (Date.now() - socket.wroteAt > SILENCE) socket.hold(broadcastOf(document).wire.breath)
  }

  function receiveMotion(session: EditorSession, document: Document, bytes: Uint8Array): void {
    const motion = bytes.byteLength > config.presenceBytes ? null : decodeMotion(bytes)
    if (!motion) return session.socket.close(closeCodes.refused, 'refused')
    const broadcast = broadcastOf(document)
    const greeting = session.motion ? null : broadcast.allMotions()
    if (greeting) session.socket.write(greeting)
    const whole: Motion = motion.ink ? { ...motion, ink: joinInk(session.motion?.ink, motion.ink) } : motion
    session.motion = whole
    const { presenceId } = session
    const state = presenceId === null ? undefined : document.awareness.states.get(presenceId)
    if (presenceId === null || !state) return
    state['cursor'] = motion.cursor
    broadcast.move(presenceId, whole, bytes, motion.ink?.from ?? 0)
  }

  const extension: Extension<EditorContext> = {
    async beforeHandleMessage({ update, document, context }) {
      const frame = readFrame(update)
      if (frame?.kind !== 'awareness' || !context.session) return
      receive(context.session, document, frame.update)
      if (context.socket.isSealed) throw new Halt('refused')
    },

    /** Hocuspocus has read the message as well: everything in it, and a state of its reader's own, is dropped. */
    async beforeHandleAwareness({ states }) {
      states.clear()
    },

    async onDisconnect({ context, document }) {
      const clientId = context.session?.presenceId
      if (clientId === undefined || clientId === null) return
      removeAwarenessStates(document.awareness, [clientId], 'disconnected')
    },
  }
  return { extension, receive, receiveMotion }
}

/** Null: not an awareness update. */
function readEntries(update: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const entries: PresenceEntry[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ clientId, clock, state: JSON.parse(decoding.readVarString(decoder)) })
    }
    return entries
  } catch {
    return null
  }
}
