/**
 * What of this browser's work is durable. The server says of this connection's sync messages how many, from the first,
 * are committed in Postgres (`saved`); this counts what was sent, and says "saved" only when all of it is covered.
 * Pure: sockets and clocks are elsewhere.
 */
import type { ServerMessage } from '@anawim/lesson'

/** Why the server ended it for good, so that nothing more can be saved from here. */
export type ClosedReason = 'gone' | 'forbidden' | 'unauthenticated' | 'suspended' | 'refused' | 'outdated'

export interface SaveState {
  /** `handshaking`: the socket is open, but what was written while it was not has not been sent yet. */
  socket: 'closed' | 'handshaking' | 'open'
  /** Was this lesson ever read from the server? */
  isLoaded: boolean
  /** Sync messages (step 2 and update) sent on this connection. */
  sent: number
  /** How many of them are durable. */
  durable: number
  /** Written since the socket closed, or carried over from a connection that ended before it was durable. */
  hasUnsent: boolean
  /** The server told that its database is away. */
  isRetrying: boolean
  closed: ClosedReason | null
}

export type SaveEvent =
  | { type: 'opened' }
  | { type: 'loaded' }
  /** A step 2 or an update left on the wire. Step 2 carries all that the server lacked. */
  | { type: 'sent'; step: 'two' | 'update' }
  | { type: 'edited' }
  | { type: 'disconnected' }
  | { type: 'ended'; reason: ClosedReason }
  | { type: 'told'; message: ServerMessage }

export const startingSaveState: SaveState = {
  socket: 'closed',
  isLoaded: false,
  sent: 0,
  durable: 0,
  hasUnsent: false,
  isRetrying: false,
  closed: null,
}

export function reduceSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'opened':
      return { ...state, socket: 'handshaking', sent: 0, durable: 0, isRetrying: false }
    case 'loaded':
      return { ...state, isLoaded: true }
    case 'sent':
      return event.step === 'two'
        ? { ...state, socket: 'open', sent: state.sent + 1 }
        : { ...state, sent: state.sent + 1 }
    case 'edited':
      return state.socket === 'open' ? state : { ...state, hasUnsent: true }
    case 'disconnected':
      return {
        ...state,
        socket: 'closed',
        hasUnsent: state.hasUnsent || state.durable < state.sent,
        sent: 0,
        durable: 0,
        isRetrying: false,
      }
    case 'ended':
      return { ...state, closed: state.closed ?? event.reason }
    case 'told':
      return reduceMessage(state, event.message)
  }
}

function reduceMessage(state: SaveState, message: ServerMessage): SaveState {
  switch (message.type) {
    case 'saved': {
      const durable = Math.max(state.durable, message.messages)
      const isAll = state.socket === 'open' && durable >= state.sent
      return { ...state, durable, isRetrying: false, hasUnsent: isAll ? false : state.hasUnsent }
    }
    case 'retrying':
      return { ...state, isRetrying: true }
    case 'refused':
      return { ...state, closed: state.closed ?? 'refused' }
  }
}

/** What is shown. `connecting` only before the lesson was ever there. */
export type SaveLabel = 'connecting' | 'saved' | 'saving' | 'offline' | 'retrying' | 'closed'

export function saveLabel(state: SaveState): SaveLabel {
  if (state.closed) return 'closed'
  if (state.socket === 'closed') return state.isLoaded ? 'offline' : 'connecting'
  if (!state.isLoaded) return 'connecting'
  if (state.isRetrying) return 'retrying'
  return isAllSaved(state) ? 'saved' : 'saving'
}

/** Is every edit made here committed? */
export function isAllSaved(state: SaveState): boolean {
  return state.closed === null && state.socket === 'open' && !state.hasUnsent && state.durable >= state.sent
}

/** Would leaving lose an edit? While nothing was written since the last "saved", being offline loses nothing. */
export function wouldLoseEdits(state: SaveState): boolean {
  return state.hasUnsent || (state.socket !== 'closed' && state.durable < state.sent && state.isLoaded)
}
