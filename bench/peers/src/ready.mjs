/**
 * The frame of every peer: a server process that tells who started it where it listens, and ends with it. `BENCH_STATE` names a file
 * with the lesson (Yjs v1) that every document starts with, `BENCH_ELEMENTS` says how many elements it has.
 */
import { readFileSync } from 'node:fs'

/** Tells the harness where this peer listens, and whatever else a client must know. */
export function ready(port, more = {}) {
  process.send?.({ type: 'ready', port, ...more })
}

export const state = () => (process.env.BENCH_STATE ? readFileSync(process.env.BENCH_STATE) : null)
export const elementCount = () => Number(process.env.BENCH_ELEMENTS ?? 1)

process.on('disconnect', () => process.exit(0))
