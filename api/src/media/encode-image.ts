import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { ApiError, invalidField } from '../http/api-error.ts'

/** What we can read safely. Not SVG: it can hold scripts and addresses of other hosts. */
const readable = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])

/** Longest work on one picture, in seconds. */
const TIMEOUT = 30

export interface EncodedImage {
  bytes: Uint8Array
  /** Pixels, as it is shown: the orientation that a camera noted has been applied. */
  width: number
  height: number
}

/**
 * The picture in a file, made anew as WebP: whatever else the file held (places and names in its metadata, a script behind
 * its end) is gone. Of an animation the first frame. Throws 415 for another type, 422 for a broken or too large picture.
 */
export async function encodeImage(
  path: string,
  limits: { limitPixels: number; sidePixels: number },
): Promise<EncodedImage> {
  const type = await fileTypeFromFile(path)
  if (!type || !readable.has(type.mime)) {
    throw new ApiError('unsupported_media_type', 'Pictures may be PNG, JPEG, WebP, GIF or AVIF.')
  }
  try {
    const { data, info } = await sharp(path, { limitInputPixels: limits.limitPixels, animated: false, failOn: 'error' })
      .autoOrient()
      .resize({ width: limits.sidePixels, height: limits.sidePixels, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 88, smartSubsample: true })
      .timeout({ seconds: TIMEOUT })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes('pixel limit')
    throw invalidField(
      'file',
      isTooLarge
        ? `expected at most ${limits.limitPixels} pixels`
        : 'the picture is broken, or of a form we cannot read',
    )
  }
}
