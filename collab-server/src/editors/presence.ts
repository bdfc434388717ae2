/**
 * Presence cannot be forged: a connection speaks for one client id, name and colour are the server's, the size is bounded.
 * Messages are taken in here; Hocuspocus' own handling of the same message is given nothing to do.
 */
import { closeCodes } from '@anawim/lesson'
import type { Document, Extension } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import type { EditorContext, EditorSession } from './editor-session.ts'
import type { EditorsDeps } from './editors.ts'
import { Halt } from './fence.ts'
import { readFrame } from './frame.ts'
import { cleanPresence, presenceUser } from './presence-state.ts'

export function presence({ config, sessions }: EditorsDeps): Extension<EditorContext> {
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

  return {
    async beforeHandleMessage({ update, document, context }) {
      const frame = readFrame(update)
      const { session } = context
      if (frame?.kind !== 'awareness' || !session) return
      const entries = frame.update.byteLength > config.presenceBytes ? null : readEntries(frame.update)
      if (!entries) {
        session.socket.close(closeCodes.refused, 'refused')
        throw new Halt('refused')
      }
      for (const { clientId, clock, state } of entries) {
        // Others' states come too (a client forgets who fell silent, and says so): they are none of its business.
        if (state === null ? session.presenceId !== clientId : !isOwn(session, clientId)) continue
        show(
          document,
          clientId,
          clock,
          cleanPresence(state, presenceUser(session.grant.userId, session.grant.fullName)),
        )
      }
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
}

interface Entry {
  clientId: number
  clock: number
  state: unknown
}

/** Null: not an awareness update. */
function readEntries(update: Uint8Array): Entry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const entries: Entry[] = []
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

function show(document: Document, clientId: number, clock: number, state: Record<string, unknown> | null): void {
  const { awareness } = document
  const known = awareness.meta.get(clientId)
  // Who reconnects announces itself with the clock it had: without a higher one nobody would show it again.
  const isStale = known !== undefined && known.clock >= clock && state !== null
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, isStale ? known.clock + 1 : clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  applyAwarenessUpdate(awareness, encoding.toUint8Array(encoder), 'presence')
}
