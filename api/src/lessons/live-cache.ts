import type { Database } from '@anawim/db'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { LiveThread } from '../threads/live-thread.ts'

export type LiveEncoding = 'br' | 'gzip' | 'identity'

/** What readers get of one version of a lesson, in each encoding that was asked for. */
export interface LiveEntry {
  version: string
  encoded(encoding: LiveEncoding): Promise<Uint8Array>
}

interface Held {
  /** Of the row that it was made from. */
  stamp: string
  entry: LiveEntry
  /** Bytes, about. */
  size: number
}

/** What readers get of that lesson now; null when it is gone. `stamp` is that of its row (`stampedFacts`). */
export type LiveLessons = (id: number, stamp: string) => Promise<LiveEntry | null>

/**
 * A class opens a lesson at once: it is read, stripped, encoded and compressed once a version, and all get the same
 * bytes. Holds at most `maxBytes`; what was used longest ago goes first.
 */
export function createLiveCache(lessons: Database['lessons'], thread: LiveThread, maxBytes: number): LiveLessons {
  const held = new Map<number, Held>()
  const making = new Map<string, Promise<LiveEntry | null>>()
  let bytes = 0

  function keep(id: number, item: Held): void {
    bytes += item.size - (held.get(id)?.size ?? 0)
    held.delete(id)
    held.set(id, item)
    for (const [oldest, { size }] of held) {
      if (bytes <= maxBytes || oldest === id) break
      held.delete(oldest)
      bytes -= size
    }
  }

  async function make(id: number): Promise<LiveEntry | null> {
    const row = await lessons.withJson(id)
    if (!row) return null
    const { version, body } = await thread.run('make', { title: row.title, json: row.json })
    const before = held.get(id)
    if (before?.entry.version === version) {
      keep(id, { ...before, stamp: row.stamp })
      return before.entry
    }
    const entry = { version, encoded: encoder(body) }
    keep(id, { stamp: row.stamp, entry, size: Math.ceil(body.length * 1.4) })
    return entry
  }

  return async (id, stamp) => {
    const found = held.get(id)
    if (found?.stamp === stamp) {
      keep(id, found)
      return found.entry
    }
    const key = `${id} ${stamp}`
    const running = making.get(key) ?? make(id).finally(() => making.delete(key))
    making.set(key, running)
    return running
  }
}

const compress: Record<Exclude<LiveEncoding, 'identity'>, (json: Uint8Array) => Promise<Uint8Array>> = {
  br: (json) =>
    promisify(brotliCompress)(json, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
      },
    }),
  gzip: (json) => promisify(gzip)(json, { level: 6 }),
}

/** Compresses when first asked for, on another thread, and then gives the same bytes to everybody. */
function encoder(json: Uint8Array): LiveEntry['encoded'] {
  const done = new Map<LiveEncoding, Promise<Uint8Array>>()
  return (encoding) => {
    if (encoding === 'identity') return Promise.resolve(json)
    const bytes = done.get(encoding) ?? compress[encoding](json)
    done.set(encoding, bytes)
    return bytes
  }
}
