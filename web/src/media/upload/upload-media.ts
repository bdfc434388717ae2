import type { Media } from '@anawim/api/contract'
import { ApiError } from '../../session/api-error.ts'
import { mediaTypeOf } from '../media-type.ts'
import { sendForm } from './send-form.ts'

/** Bytes up to which a picture is sent at once: what is larger goes on where it stopped when the network comes back. */
const AT_ONCE = 4 * 1024 * 1024

/**
 * Uploads one file into the library. `onProgress` gets 0 to 1. Rejects with an ApiError: `unsupported_media_type`, `too_large`,
 * `unreachable`, …
 */
export async function uploadMedia(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Media> {
  const type = mediaTypeOf(file)
  if (type === null) throw new ApiError('unsupported_media_type', 415)
  if (type === 'image' && file.size <= AT_ONCE) {
    const form = new FormData()
    form.append('file', file, file.name || 'image')
    return sendForm('/api/media', form, onProgress, signal)
  }
  const { sendInPieces } = await import('./send-in-pieces.ts')
  return sendInPieces(file, type, onProgress, signal)
}
