import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'

/** Hocuspocus' message types: all that y-protocols/sync writes, and all of y-protocols/awareness. */
const SYNC = 0
const AWARENESS = 1
/** Of y-protocols/sync. */
const STEP_TWO = 1
const UPDATE = 2

/** What a frame of the socket carries: a step 2 of y-protocols/sync, an update, who is there, or something else. */
export type FrameKind = 'two' | 'update' | 'presence' | 'other'

/** Of `[document name][message type][sync type]…`. */
export function frameKind(frame: Uint8Array): FrameKind {
  // A frame of one byte is a ping or pong, which has no document name.
  if (frame.length < 3) return 'other'
  const decoder = createDecoder(frame)
  readVarString(decoder)
  const type = readVarUint(decoder)
  if (type === AWARENESS) return 'presence'
  if (type !== SYNC) return 'other'
  const step = readVarUint(decoder)
  return step === STEP_TWO ? 'two' : step === UPDATE ? 'update' : 'other'
}
