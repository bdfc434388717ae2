import type { Media } from '@anawim/api/contract'
import type { ErrorBody } from '@anawim/lesson'
import { ApiError } from '../../session/api-error.ts'
import { freshToken } from '../../session/call.ts'

/**
 * Sends a form with one file in it, whole. `onProgress` gets 0 to 1. Rejects with an ApiError: `too_large`,
 * `unsupported_media_type`, `unreachable`, … (XMLHttpRequest, because fetch does not tell how much of a body has been sent.)
 */
export async function sendForm(
  path: string,
  form: FormData,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Media> {
  const token = await freshToken()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => {
      request.abort()
      reject(signal.reason as Error)
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    request.open('POST', path)
    request.responseType = 'json'
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiError('unreachable', 0))
    request.onload = () => {
      signal.removeEventListener('abort', stop)
      if (request.status < 300) resolve(request.response as Media)
      else reject(errorOfBody(request.status, request.response))
    }
    request.send(form)
  })
}

/** The error that an answer's body tells; a proxy's page tells none. */
export function errorOfBody(status: number, body: unknown): ApiError {
  const { error } = (body ?? {}) as { error?: ErrorBody }
  const unknown = status === 413 ? 'too_large' : status >= 500 ? 'unavailable' : 'internal'
  return new ApiError(error?.code ?? unknown, status, { details: error?.details ?? [] })
}
