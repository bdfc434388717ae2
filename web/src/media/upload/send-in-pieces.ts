import type { Media } from '@anawim/api/contract'
import { DetailedError, type HttpResponse, Upload } from 'tus-js-client'
import { ApiError } from '../../session/api-error.ts'
import { freshToken } from '../../session/call.ts'
import { call } from '../../session/media-call.ts'
import { errorOfBody, sendForm } from './send-form.ts'
import { lookInside } from './look-inside.ts'
import type { MediaType } from '../media-type.ts'

/** Bytes of one request: so much is sent again at most when the network goes. */
const PIECE = 4 * 1024 * 1024
/** Milliseconds between attempts. After the last one people are told, and may try again where it stopped. */
const RETRIES = [500, 1_000, 2_000, 4_000, 8_000, 15_000]

/**
 * Sends a file by the tus protocol: after a lost connection, or a reload, it goes on where it stopped. Rejects with an ApiError. What the browser
 * sees in a film or a recording goes along: how long it is, how large, and its poster.
 */
export async function sendInPieces(
  file: File,
  type: MediaType,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Media> {
  const inside = type === 'image' ? null : await lookInside(file, type)
  signal.throwIfAborted()
  const known = { duration: inside?.duration, width: inside?.width, height: inside?.height }
  const media = await send(file, type, known, onProgress, signal)
  if (!inside?.poster) return media
  const form = new FormData()
  form.append('file', inside.poster, 'poster.webp')
  // A film without a poster is a film all the same.
  return sendForm(`/api/media/${media.id}/poster`, form, () => {}, signal).catch(() => media)
}

function send(
  file: File,
  type: MediaType,
  known: Record<string, number | null | undefined>,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Media> {
  const facts = Object.entries(known).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]))
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/media/uploads',
      chunkSize: PIECE,
      retryDelays: RETRIES,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, filetype: file.type, type, ...Object.fromEntries(facts) },
      async onBeforeRequest(request) {
        const token = await freshToken()
        if (token) request.setHeader('authorization', `Bearer ${token}`)
      },
      onShouldRetry: (error) => mayPass(statusOf(error)),
      onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
      onSuccess: ({ lastResponse }) => resolve(arrived(lastResponse)),
      onError: (error) => reject(apiErrorOf(error)),
    })
    signal.addEventListener('abort', () => {
      // The server keeps nothing of what nobody wants.
      void upload.abort(true).catch(() => undefined)
      reject(signal.reason as Error)
    })
    void upload.findPreviousUploads().then(([before]) => {
      if (signal.aborted) return
      if (before) upload.resumeFromPreviousUpload(before)
      upload.start()
    })
  })
}

/** The row comes with the answer to the last piece; who lost that answer is told its id. */
async function arrived(response: HttpResponse): Promise<Media> {
  const id = Number(response.getHeader('upload-media-id'))
  const body = response.getBody()
  return body ? (JSON.parse(body) as Media) : call('getMedia', { params: { id } })
}

/** 0: no answer. 409 and 423: the last piece is still being taken. */
const mayPass = (status: number) => status === 0 || status >= 500 || [409, 423, 429].includes(status)

function statusOf(error: unknown): number {
  return (error instanceof DetailedError && error.originalResponse?.getStatus()) || 0
}

function apiErrorOf(error: unknown): ApiError {
  const status = statusOf(error)
  if (!(error instanceof DetailedError) || status === 0) return new ApiError('unreachable', 0)
  try {
    return errorOfBody(status, JSON.parse(error.originalResponse?.getBody() ?? ''))
  } catch {
    return errorOfBody(status, null)
  }
}
