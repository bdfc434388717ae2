import type { Media } from '@anawim/api/contract'
import { limits } from '@anawim/lesson'
import { ApiError } from '../../session/api-error.ts'
import { freshToken } from '../../session/call.ts'
import type { ErrorBody } from '@anawim/lesson'

/** What the server takes. It looks at the content itself; this only spares a long wait for a refusal. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']

/**
 * Uploads one picture. `onProgress` gets 0 to 1. Throws ApiError: `too_large`, `unsupported_media_type`, `unreachable`, …
 * (XMLHttpRequest, because fetch does not tell how much of a body has been sent.)
 */
export async function uploadImage(file: File, onProgress: (share: number) => void): Promise<Media> {
  if (file.size > limits.uploadBytes) throw new ApiError('too_large', 413)
  if (!imageTypes.includes(file.type)) throw new ApiError('unsupported_media_type', 415)
  const token = await freshToken()
  const form = new FormData()
  form.append('file', file, file.name || 'image')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/media')
    request.responseType = 'json'
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiError('unreachable', 0))
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Media)
      else reject(errorOf(request))
    }
    request.send(form)
  })
}

function errorOf(request: XMLHttpRequest): ApiError {
  const body = request.response as { error?: ErrorBody } | null
  return new ApiError(body?.error?.code ?? (request.status === 413 ? 'too_large' : 'internal'), request.status)
}
