import type { BlobStore } from '@anawim/db'
import type { Request, Response } from 'express'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import parseRange from 'range-parser'
import { notFound } from '../http/api-error.ts'
import { answered, type Answered } from '../http/handler.ts'
import { mimeByExtension } from './media-kinds.ts'

/** An address is never used twice, so browsers may keep what it gave for good. Seconds. */
const YEAR = 365 * 24 * 3_600

/**
 * The bytes of the first of these files that there is, with ranges. Shown as what it is and nothing else: the headers allow nothing else to
 * be made of it.
 */
export async function sendMediaFile(
  req: Request,
  res: Response,
  blobs: BlobStore,
  paths: readonly string[],
): Promise<Answered> {
  const { path, size } = await firstOf(blobs, paths)
  const etag = `"${path.replace('/', '-')}"`
  res.set({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    'Cache-Control': `public, max-age=${YEAR}, immutable`,
    ETag: etag,
    'Content-Type': mimeByExtension[extname(path).slice(1)] ?? 'application/octet-stream',
  })
  if (req.fresh) return end(res.status(304))
  const ifRange = req.get('if-range')
  const range = ifRange === undefined || ifRange === etag ? rangeOf(req, size) : null
  if (range === 'unsatisfiable') {
    res.set({ 'Content-Range': `bytes */${size}`, 'Cache-Control': 'no-store' })
    return end(res.status(416))
  }
  if (range) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  res.set('Content-Length', String(range ? range.end - range.start + 1 : size))
  if (req.method === 'HEAD' || size === 0) return end(res)
  const bytes = await blobs.stream(path, range ?? undefined)
  // Whoever seeks in a film goes away in the middle of it: that is no error.
  await pipeline(bytes, res).catch((error: unknown) => {
    if (!res.destroyed) throw error
  })
  return answered
}

function end(res: Response): Answered {
  res.end()
  return answered
}

async function firstOf(blobs: BlobStore, paths: readonly string[]): Promise<{ path: string; size: number }> {
  for (const path of paths) {
    const size = await blobs.size(path)
    if (size !== null) return { path, size }
  }
  throw notFound()
}

/** null: all of it, also for several ranges at once, which a server may answer so. */
function rangeOf(req: Request, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const header = req.get('range')
  if (header === undefined) return null
  const ranges = parseRange(size, header, { combine: true })
  if (ranges === -1) return 'unsatisfiable'
  const [range] = ranges === -2 || ranges.type !== 'bytes' || ranges.length > 1 ? [] : ranges
  return range ? { start: range.start, end: range.end } : null
}
