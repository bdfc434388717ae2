/**
 * Runs on a thread of its own: opening and encoding a large document takes a tenth of a second, in which the sockets of the same
 * process would stand still. `canvas-thread.ts` is the other end.
 */
import { createDocState, mergeStates, readStates, type DocStates } from '@anawim/lesson/doc'
import { parentPort } from 'node:worker_threads'
import { gunzipSync, gzipSync } from 'node:zlib'

/** A canvas as the database keeps it: `packed` is Yjs v2, gzip; `updates` are Yjs v1. */
export interface KeptCanvas {
  packed: Uint8Array | null
  updates: Uint8Array[]
}

export type CanvasTask = 'read' | 'copy' | 'pack'

/** What each task gives. */
export interface CanvasResults {
  /** The canonical JSON, as text. */
  read: string
  /** The canonical JSON, as text, and the first state (Yjs v1) of a new lesson with that content. */
  copy: { json: string; state: Uint8Array }
  /** Yjs v2, gzip. */
  pack: Uint8Array
}

export interface CanvasQuestion {
  id: number
  task: CanvasTask
  canvas: KeptCanvas
}

export type CanvasAnswer = { id: number; result: CanvasResults[CanvasTask] } | { id: number; failure: string }

const tasks: { [T in CanvasTask]: (states: DocStates) => CanvasResults[T] } = {
  read: (states) => JSON.stringify(readStates(states)),
  copy(states) {
    const content = readStates(states)
    return { json: JSON.stringify(content), state: createDocState(content) }
  },
  pack: (states) => gzipSync(mergeStates(states), { level: 9 }),
}

function answer({ id, task, canvas }: CanvasQuestion): CanvasAnswer {
  try {
    const state = canvas.packed && gunzipSync(canvas.packed)
    return { id, result: tasks[task]({ state, updates: canvas.updates }) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (question: CanvasQuestion) => parentPort?.postMessage(answer(question)))
