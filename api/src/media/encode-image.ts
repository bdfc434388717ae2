import sharp from 'sharp'
import { ApiError, invalidField } from '../http/api-error.ts'
import { kindOfFile } from './media-kinds.ts'

/** Longest work on one picture, in seconds. */
const TIMEOUT = 30

/** Widths that a picture is kept in besides its own, in pixels: those that are smaller. */
export const imageWidths = [320, 640, 960, 1280, 1920, 2560] as const

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
  if ((await kindOfFile(path)).type !== 'image') {
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

/** The same picture in each of the widths that are smaller than it. */
export async function encodeWidths({ bytes, width }: EncodedImage): Promise<{ width: number; bytes: Uint8Array }[]> {
  const smaller: { width: number; bytes: Uint8Array }[] = []
  for (const one of imageWidths.filter((candidate) => candidate < width)) {
    const encoded = await sharp(bytes).resize({ width: one }).webp({ quality: 82, smartSubsample: true }).toBuffer()
    smaller.push({ width: one, bytes: encoded })
  }
  return smaller
}

/** The file of a picture that serves that width best: the smallest that has it, else the picture itself. */
export function fileOfWidth(width: number): string {
  const kept = imageWidths.find((one) => one >= width)
  return kept === undefined ? 'image.webp' : `image-${kept}.webp`
}
