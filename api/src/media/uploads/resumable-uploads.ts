import type { MediaRow } from '@anawim/db'
import type { FileStore } from '@tus/file-store'
import type { Server } from '@tus/server'
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import type { ApiDeps } from '../../deps.ts'
import { ApiError, notFound } from '../../http/api-error.ts'
import type { MediaKeeper } from '../keep-file.ts'
import { presentMedia } from '../present-media.ts'
import { readFacts } from './upload-facts.ts'

const HOUR = 3_600_000

/** An upload that is on its way. Bytes. */
export interface OpenUpload {
  id: string
  ownerId: number
  size: number
  offset: number
}

export interface ResumableUploads {
  /** Of that person; 404 when there is none. */
  of(ownerId: number, id: string): Promise<OpenUpload>
  /** All of that person. */
  all(ownerId: number): Promise<OpenUpload[]>
  /** Speaks the protocol for that person. Throws what the library has refused as an ApiError. */
  handle(request: Request, ownerId: number): Promise<Response>
  /** Makes a file of the library of what has arrived whole; once, however often it is asked for. Throws as `keep` does. */
  finish(ownerId: number, id: string): Promise<MediaRow>
  close(): void
}

interface Tus {
  server: Server
  store: FileStore
}

/**
 * Uploads by the tus protocol. Their bytes gather in a folder of this machine, wherever files are kept in the end; what nobody went on
 * with for some hours is thrown away.
 */
export function createResumableUploads({ config, log }: ApiDeps, keeper: MediaKeeper): ResumableUploads {
  const asking = new WeakMap<object, { ownerId: number; error?: unknown }>()
  const ending = new Map<string, Promise<MediaRow>>()
  let opened: Promise<Tus> | undefined
  const open = () => (opened ??= load())

  async function load(): Promise<Tus> {
    const [tus, { FileStore }] = await Promise.all([import('@tus/server'), import('@tus/file-store')])
    await mkdir(config.uploadsFolder, { recursive: true })
    const expirationPeriodInMilliseconds = config.uploadHours * HOUR
    const store = new FileStore({ directory: config.uploadsFolder, expirationPeriodInMilliseconds })
    const server = new tus.Server({
      path: '/api/media/uploads',
      datastore: store,
      relativeLocation: true,
      allowedOrigins: () => false,
      maxSize: keeper.largest,
      namingFunction: () => randomBytes(16).toString('base64url'),
      onUploadCreate: (req, { metadata }) =>
        Promise.resolve({ metadata: { ...metadata, owner: String(asking.get(req)?.ownerId) } }),
      async onUploadFinish(req, { id }) {
        const row = await finish(asking.get(req)?.ownerId ?? 0, id)
        const headers = { 'Content-Type': 'application/json', 'Upload-Media-Id': row.id }
        return { status_code: 200, headers, body: JSON.stringify(presentMedia(row)) }
      },
      onResponseError(req, error) {
        const asked = asking.get(req)
        if (asked && error instanceof Error) asked.error = error
        return undefined
      },
    })
    return { server, store }
  }

  async function of(ownerId: number, id: string): Promise<OpenUpload> {
    const { store } = await open()
    const upload = await store.getUpload(id).catch((error: unknown) => {
      if (error instanceof Error) throw error
      throw notFound()
    })
    if (upload.metadata?.['owner'] !== String(ownerId)) throw notFound()
    return { id, ownerId, size: upload.size ?? 0, offset: upload.offset }
  }

  async function keep(ownerId: number, id: string): Promise<MediaRow> {
    await of(ownerId, id)
    const { store } = await open()
    const { storage, metadata } = await store.getUpload(id)
    const path = storage?.path ?? ''
    const clear = async () => {
      await rm(path, { force: true })
      await store.configstore.delete(id)
    }
    try {
      const row = await keeper.keep({ path, uploadId: id, ...readFacts(metadata ?? {}) }, ownerId)
      await clear()
      return row
    } catch (error) {
      // What is wrong stays wrong; what failed on our side may be tried again.
      if (error instanceof ApiError && error.status < 500) await clear()
      throw error
    }
  }

  function finish(ownerId: number, id: string): Promise<MediaRow> {
    const running = ending.get(id) ?? keep(ownerId, id).finally(() => ending.delete(id))
    ending.set(id, running)
    return running
  }

  async function all(ownerId: number): Promise<OpenUpload[]> {
    const { store } = await open()
    const ids = (await store.configstore.list?.()) ?? []
    const found = await Promise.all(ids.map((id) => of(ownerId, id).catch(() => null)))
    return found.filter((upload) => upload !== null)
  }

  const sweep = async () => {
    const { server } = await open()
    await server.cleanUpExpiredUploads()
  }
  const timer = setInterval(() => void sweep().catch((err: unknown) => log.warn({ err }, 'old uploads stay')), HOUR)
  timer.unref()

  return {
    of,
    all,
    finish,
    close: () => clearInterval(timer),
    async handle(request, ownerId) {
      const asked: { ownerId: number; error?: unknown } = { ownerId }
      asking.set(request, asked)
      const { server } = await open()
      const response = await server.handleWeb(request)
      if (asked.error) throw asked.error
      if (response.status >= 400) throw errorOf(response.status, await response.text())
      return response
    },
  }
}

function errorOf(status: number, message: string): ApiError {
  const said = message.trim() || 'The upload is not as it should be.'
  if (status === 404 || status === 410) return notFound()
  if (status === 409 || status === 423) return new ApiError('conflict', said)
  if (status === 412) return new ApiError('precondition_failed', said)
  if (status === 413) return new ApiError('too_large', said)
  if (status === 415) return new ApiError('unsupported_media_type', said)
  return status < 500 ? new ApiError('bad_request', said) : new ApiError('internal', said)
}
