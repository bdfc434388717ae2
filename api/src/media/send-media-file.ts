import type { Response } from 'express'
import { basename, dirname } from 'node:path'
import { notFound } from '../http/api-error.ts'
import { answered, type Answered } from '../http/handler.ts'

/** An address is never used twice, so browsers may keep what it gave for good. */
const YEAR = 365 * 24 * 3_600 * 1_000

/** The bytes of a media file, with ranges. Shown as a picture only: the headers allow nothing else to be made of it. */
export async function sendMediaFile(res: Response, path: string): Promise<Answered> {
  res.set({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
  const options = { root: dirname(path), immutable: true, maxAge: YEAR, acceptRanges: true, dotfiles: 'deny' as const }
  await new Promise<void>((resolve, reject) => {
    res.sendFile(basename(path), options, (error?: Error) => {
      if (!error || res.headersSent) resolve()
      else if (statusOf(error) === 416) resolve(void res.set('Cache-Control', 'no-store').status(416).end())
      else reject(statusOf(error) === 404 ? notFound() : error)
    })
  })
  return answered
}

function statusOf(error: Error): number | undefined {
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined
}
