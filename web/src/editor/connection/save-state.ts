/**
 * What of this browser's work is durable. The server says of this connection's sync messages how many, from the first,
 * are committed in Postgres (`saved`); this knows which edits those messages hold, and says "saved" only when all are
 * covered. Edits are numbered from 1, over all connections. Pure: sockets and clocks are elsewhere.
 */
import type { ServerMessage } from '@anawim/lesson'

/** Why the server ended it for good, so that nothing more can be saved from here. */
export type ClosedReason = 'gone' | 'forbidden' | 'unauthenticated' | 'suspended' | 'refused' | 'full' | 'outdated'

export interface SaveState {
  /** `handshaking`: the socket is open, but what was written while it was not has not been sent yet. */
  socket: 'closed' | 'handshaking' | 'open'
  /** Was this lesson ever read from the server? */
  isLoaded: boolean
  /** Edits made here: the number of the newest. */
  edits: number
  /** The first so many edits are durable. */
  saved: number
  /** Sync messages (step 2 and update) sent on this connection. */
  sent: number
  /** How many of them are durable. */
  durable: number
  spans: readonly Span[]
  /** The server told that its database is away, or has confirmed nothing for long. */
  isRetrying: boolean
  closed: ClosedReason | null
}

/**
 * From message `from` of this connection on, until the next span, the first n messages hold the first `n + ahead` edits.
 * As one edit is one message this is the same for nearly all; only a step 2 begins another span.
 */
interface Span {
  from: number
  ahead: number
}

export type SaveEvent =
  | { type: 'opened' }
  | { type: 'loaded' }
  /** A step 2 or an update left on the wire. Step 2 carries all that the server lacked. */
  | { type: 'sent'; step: 'two' | 'update' }
  | { type: 'edited' }
  | { type: 'disconnected' }
  | { type: 'ended'; reason: ClosedReason }
  /** Nothing was confirmed for longer than anybody should wait without being told. */
  | { type: 'late' }
  | { type: 'told'; message: ServerMessage }

export const startingSaveState: SaveState = {
  socket: 'closed',
  isLoaded: false,
  edits: 0,
  saved: 0,
  sent: 0,
  durable: 0,
  spans: [],
  isRetrying: false,
  closed: null,
}

const noConnection = { sent: 0, durable: 0, spans: [], isRetrying: false } as const

export function reduceSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'opened':
      return { ...state, ...noConnection, socket: 'handshaking' }
    case 'loaded':
      return { ...state, isLoaded: true }
    case 'sent':
      return reduceSent(state, event.step)
    case 'edited':
      // It may have been sent or not (the socket may be closing): only a message that holds it will cover it.
      return { ...state, edits: state.edits + 1 }
    case 'disconnected':
      return { ...state, ...noConnection, socket: 'closed' }
    case 'ended':
      return { ...state, closed: state.closed ?? event.reason }
    case 'late':
      return { ...state, isRetrying: state.socket !== 'closed' }
    case 'told':
      return reduceMessage(state, event.message)
  }
}

/**
 * Each edit is sent in the moment in which it is made, before the next one: so after a step 2, which holds everything, a
 * message holds all edits until now. What is sent before the step 2 may build on what the server has lost, and counts for
 * nothing but its number.
 */
function reduceSent(state: SaveState, step: 'two' | 'update'): SaveState {
  const sent = state.sent + 1
  const socket = step === 'two' ? 'open' : state.socket
  if (socket !== 'open') return { ...state, sent }
  const ahead = state.edits - sent
  const isNew = state.spans.at(-1)?.ahead !== ahead
  return { ...state, socket, sent, spans: isNew ? [...state.spans, { from: sent, ahead }] : state.spans }
}

function reduceMessage(state: SaveState, message: ServerMessage): SaveState {
  switch (message.type) {
    case 'saved': {
      if (state.socket === 'closed') return state
      const durable = Math.min(state.sent, Math.max(state.durable, message.messages))
      const span = state.spans.findLast(({ from }) => from <= durable)
      const spans = span ? state.spans.slice(state.spans.indexOf(span)) : state.spans
      const saved = span ? Math.max(state.saved, durable + span.ahead) : state.saved
      return { ...state, durable, spans, saved, isRetrying: false }
    }
    case 'retrying':
      return { ...state, isRetrying: true }
    case 'refused':
      return { ...state, closed: state.closed ?? (message.code === 'lesson_full' ? 'full' : 'refused') }
  }
}

/** What is shown. `connecting` only before the lesson was ever there. */
export type SaveLabel = 'connecting' | 'saved' | 'saving' | 'offline' | 'retrying' | 'closed'

export function saveLabel(state: SaveState): SaveLabel {
  if (state.closed) return 'closed'
  if (state.socket === 'closed') return state.isLoaded ? 'offline' : 'connecting'
  if (!state.isLoaded) return 'connecting'
  if (isAllSaved(state)) return 'saved'
  return state.isRetrying ? 'retrying' : 'saving'
}

/** Is every edit made here committed, and whatever else this connection has carried? */
export function isAllSaved(state: SaveState): boolean {
  return state.closed === null && state.socket === 'open' && !wouldLoseEdits(state) && state.durable >= state.sent
}

/** Would leaving lose an edit? While nothing was written since the last "saved", being offline loses nothing. */
export function wouldLoseEdits(state: SaveState): boolean {
  return state.saved < state.edits
}
