import type { MediaRow, MediaType } from '@anawim/db'
import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { ApiDeps } from '../deps.ts'
import { ApiError } from '../http/api-error.ts'
import { createQueue } from '../http/queue.ts'
import { encodeImage, encodeWidths } from './encode-image.ts'
import { kindOfFile, type MediaKind } from './media-kinds.ts'

/** A file that has arrived on this machine's disk, and what who sent it says of it. */
export interface ArrivedFile {
  path: string
  originalFilename: string
  /** Seconds and pixels, of films and recordings: the server has no decoder for them. */
  duration?: number | null
  width?: number | null
  height?: number | null
  uploadId?: string
}

export interface MediaKeeper {
  /** Bytes that one file may have at most, by what it is. */
  limits: Readonly<Record<MediaType, number>>
  /** And whatever it is. */
  largest: number
  /** Bytes that this person may still add; null: as many as they like. */
  room(ownerId: number): Promise<number | null>
  /**
   * Puts a file into a person's library, as what its content is. Throws ApiErrors: 413 `too_large` for its type, `quota_exceeded`; 415
   * what we do not keep; 422 a broken picture. What is at `path` is the caller's to remove.
   */
  keep(file: ArrivedFile, ownerId: number): Promise<MediaRow>
  /** Re-encodes the picture in that file, and keeps it as the poster of a film. Answers its address. */
  keepPoster(path: string, token: string): Promise<string>
}

type Stored = Pick<MediaRow, 'filename' | 'fileSize' | 'width' | 'height'> & { duration: number | null }

export function createMediaKeeper({ db, config }: ApiDeps): MediaKeeper {
  const encoding = createQueue(config.imagesAtOnce)
  const limits = { limitPixels: config.imageLimitPixels, sidePixels: config.imageSidePixels }
  const largestOf = { image: config.uploadLimitBytes, video: config.videoLimitBytes, audio: config.audioLimitBytes }
  const quota = config.mediaQuotaBytes === 0 ? null : config.mediaQuotaBytes
  const full = () => new ApiError('quota_exceeded', `Your files would take more than ${quota} bytes.`)

  const room = async (ownerId: number) => (quota === null ? null : Math.max(0, quota - (await db.media.usage(ownerId))))

  const storeImage = (path: string, token: string): Promise<Stored> =>
    encoding(async () => {
      const image = await encodeImage(path, limits)
      for (const { width, bytes } of await encodeWidths(image)) {
        await db.blobs.write(`${token}/image-${width}.webp`, bytes)
      }
      await db.blobs.write(`${token}/image.webp`, image.bytes)
      const { bytes, width, height } = image
      return { filename: 'image.webp', fileSize: bytes.length, width, height, duration: null }
    })

  async function storeAsIs(file: ArrivedFile, { extension, type }: MediaKind, token: string): Promise<Stored> {
    const { size } = await stat(file.path)
    const filename = `file.${extension}`
    await db.blobs.copy(`${token}/${filename}`, file.path)
    const [width, height] = type === 'video' ? [file.width ?? null, file.height ?? null] : [null, null]
    return { filename, fileSize: size, width, height, duration: file.duration ?? null }
  }

  return {
    limits: largestOf,
    largest: Math.max(...Object.values(largestOf)),
    room,

    async keep(file, ownerId) {
      const kind = await kindOfFile(file.path)
      const { size } = await stat(file.path)
      if (size > largestOf[kind.type]) {
        throw new ApiError('too_large', `The file is larger than ${largestOf[kind.type]} bytes.`)
      }
      const free = await room(ownerId)
      if (free === 0 || (free !== null && kind.type !== 'image' && size > free)) throw full()
      // 128 random bits: who does not know the address cannot find the file.
      const token = randomBytes(16).toString('base64url')
      try {
        const stored = await (kind.type === 'image' ? storeImage(file.path, token) : storeAsIs(file, kind, token))
        const { originalFilename, uploadId } = file
        const media = {
          token,
          originalFilename,
          uploadId,
          fileType: kind.type,
          mimeType: kind.mime,
          uploadedBy: ownerId,
        }
        const row = await db.media.create({ ...media, ...stored, url: `/media/${token}/${stored.filename}` }, quota)
        if (row === 'full') throw full()
        return row
      } catch (error) {
        // Nobody knows whether the database has it: then the bytes stay, since a row may lead to them.
        const kept = error instanceof ApiError ? null : await db.media.byToken(token)
        if (kept) return kept
        await db.blobs.removeFolder(token)
        throw error
      }
    },

    keepPoster: (path, token) =>
      encoding(async () => {
        const { bytes } = await encodeImage(path, { ...limits, sidePixels: Math.min(limits.sidePixels, 1280) })
        // A name of its own each time: who has seen the one before keeps it for good.
        const name = `poster-${randomBytes(6).toString('base64url')}.webp`
        await db.blobs.write(`${token}/${name}`, bytes)
        return `/media/${token}/${name}`
      }),
  }
}
