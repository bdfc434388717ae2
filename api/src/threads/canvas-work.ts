/** Runs on a thread of its own, `canvas-thread.ts`: opening and encoding a large document takes a tenth of a second. */
import type { MadeCanvas } from '@anawim/db'
import { mergeStates, readStates, type DocStates } from '@anawim/lesson/doc'
import { gunzipSync, gzipSync } from 'node:zlib'
import { answerWork } from './answer-work.ts'
import { canvasOf, makeCanvas } from './make-canvas.ts'

/** A canvas as the database keeps it: `packed` is Yjs v2, gzip; `updates` are Yjs v1. */
export interface KeptCanvas {
  packed: Uint8Array | null
  updates: Uint8Array[]
}

const tasks = {
  /** The canonical JSON, as text. */
  read: (kept: KeptCanvas): string => JSON.stringify(readStates(statesOf(kept))),
  /** What a new lesson begins with that is a copy of it; null when it has no page. */
  copy: (kept: KeptCanvas): MadeCanvas | null => canvasOf(readStates(statesOf(kept))),
  /** Yjs v2, gzip. */
  pack: (kept: KeptCanvas): Uint8Array => gzipSync(mergeStates(statesOf(kept)), { level: 9 }),
  make: makeCanvas,
}

export type CanvasTasks = typeof tasks

function statesOf({ packed, updates }: KeptCanvas): DocStates {
  return { state: packed && gunzipSync(packed), updates }
}

answerWork(tasks)
