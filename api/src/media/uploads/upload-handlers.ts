import type { MediaRow } from '@anawim/db'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { Readable } from 'node:stream'
import type { mediaUploadRoutes } from '../../contract/index.ts'
import type { ApiDeps } from '../../deps.ts'
import { ApiError } from '../../http/api-error.ts'
import { answered, type Answered, type HandlersOf } from '../../http/handler.ts'
import type { MediaKeeper } from '../keep-file.ts'
import { presentMedia } from '../present-media.ts'
import type { ResumableUploads } from './resumable-uploads.ts'

/** Uploads that one person may have on their way. */
const AT_ONCE = 20

/** Resumable uploads: whose they are and what fits is judged here, the protocol itself by @tus/server. */
export function createUploadHandlers(
  { db }: ApiDeps,
  keeper: MediaKeeper,
  uploads: ResumableUploads,
): HandlersOf<typeof mediaUploadRoutes> {
  async function admitLength(req: ExpressRequest, ownerId: number): Promise<void> {
    const text = req.get('upload-length') ?? ''
    if (!/^[1-9]\d{0,14}$/.test(text)) throw new ApiError('bad_request', 'Upload-Length: expected a number of bytes.')
    const length = Number(text)
    if (length > keeper.largest) throw new ApiError('too_large', `The file is larger than ${keeper.largest} bytes.`)
    const open = await uploads.all(ownerId)
    if (open.length >= AT_ONCE) throw new ApiError('too_many_requests', 'Too many uploads at once.', { retryAfter: 60 })
    const room = await keeper.room(ownerId)
    const promised = open.reduce((sum, { size }) => sum + size, 0)
    if (room !== null && promised + length > room) throw new ApiError('quota_exceeded', 'There is no room for it.')
  }

  const speak = async (req: ExpressRequest, res: ExpressResponse, ownerId: number): Promise<Answered> =>
    pass(await uploads.handle(webRequestOf(req), ownerId), res)

  return {
    async startUpload({ login: { person }, req, res }) {
      await admitLength(req, person.id)
      return speak(req, res, person.id)
    },

    async uploadState({ login: { person }, params: { uploadId }, req, res }) {
      const kept = await db.media.byUpload(person.id, uploadId)
      if (kept) return tellKept(res, kept)
      const { size, offset } = await uploads.of(person.id, uploadId)
      // All of it is here, and the server ended before it could make a file of it.
      if (offset === size) return tellKept(res, await uploads.finish(person.id, uploadId))
      return speak(req, res, person.id)
    },

    async continueUpload({ login: { person }, params: { uploadId }, req, res }) {
      const kept = await db.media.byUpload(person.id, uploadId)
      if (kept) {
        return tellKept(res, kept, presentMedia(kept))
      }
      await uploads.of(person.id, uploadId)
      return speak(req, res, person.id)
    },

    async cancelUpload({ login: { person }, params: { uploadId }, req, res }) {
      await uploads.of(person.id, uploadId)
      return speak(req, res, person.id)
    },
  }
}

/** Of an upload that has become a file of the library. */
function tellKept(res: ExpressResponse, row: MediaRow, body?: object): Answered {
  res.set({
    'Tus-Resumable': '1.0.0',
    'Cache-Control': 'no-store',
    'Upload-Media-Id': String(row.id),
    'Upload-Offset': String(row.fileSize),
    'Upload-Length': String(row.fileSize),
  })
  if (body) res.json(body)
  else res.end()
  return answered
}

function webRequestOf(req: ExpressRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string' && name !== 'transfer-encoding') headers.set(name, value)
  }
  const hasBody = req.method === 'PATCH' || req.method === 'POST'
  const body = hasBody ? (Readable.toWeb(req) as ReadableStream<Uint8Array>) : null
  const init = { method: req.method, headers, body, duplex: 'half' as const }
  // Only its path is read.
  return new Request(`http://anawim.invalid${req.path}`, init)
}

async function pass(response: Response, res: ExpressResponse): Promise<Answered> {
  const body = Buffer.from(await response.arrayBuffer())
  res.status(response.status).set('Cache-Control', 'no-store')
  response.headers.forEach((value, name) => void res.setHeader(name, value))
  res.end(body)
  return answered
}
