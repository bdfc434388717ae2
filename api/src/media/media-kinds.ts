import type { MediaType } from '@anawim/db'
import { fileTypeFromFile } from 'file-type'
import { ApiError } from '../http/api-error.ts'

/** What a file is, by its content. */
export interface MediaKind {
  type: MediaType
  /** What it is sent as. */
  mime: string
  /** How its name ends. */
  extension: string
}

const image: MediaKind = { type: 'image', mime: 'image/webp', extension: 'webp' }
const m4a: MediaKind = { type: 'audio', mime: 'audio/mp4', extension: 'm4a' }
const mp4: MediaKind = { type: 'video', mime: 'video/mp4', extension: 'mp4' }
const ogg: MediaKind = { type: 'audio', mime: 'audio/ogg', extension: 'ogg' }
const wav: MediaKind = { type: 'audio', mime: 'audio/wav', extension: 'wav' }

/** What we can read or browsers can play safely. Not SVG: it can hold scripts and addresses of other hosts. */
const kinds: Readonly<Partial<Record<string, MediaKind>>> = {
  'image/png': image,
  'image/apng': image,
  'image/jpeg': image,
  'image/webp': image,
  'image/gif': image,
  'image/avif': image,
  'video/mp4': mp4,
  'video/x-m4v': mp4,
  'video/webm': { type: 'video', mime: 'video/webm', extension: 'webm' },
  'audio/mpeg': { type: 'audio', mime: 'audio/mpeg', extension: 'mp3' },
  'audio/mp4': m4a,
  'audio/x-m4a': m4a,
  'audio/ogg': ogg,
  'audio/ogg; codecs=opus': ogg,
  'audio/wav': wav,
  'audio/vnd.wave': wav,
}

/** Throws 415 for what we do not keep. */
export async function kindOfFile(path: string): Promise<MediaKind> {
  // A file that ends before it is clear what it is, is nothing.
  const found = await fileTypeFromFile(path).catch(() => undefined)
  const kind = found && kinds[found.mime]
  if (kind) return kind
  throw new ApiError(
    'unsupported_media_type',
    'Files may be pictures (PNG, JPEG, WebP, GIF, AVIF), films (MP4, WebM) or recordings (MP3, M4A, OGG, WAV).',
  )
}

/** What a file with that name is sent as. */
export const mimeByExtension: Readonly<Partial<Record<string, string>>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  ...Object.fromEntries(Object.values(kinds).flatMap((kind) => (kind ? [[kind.extension, kind.mime]] : []))),
}
