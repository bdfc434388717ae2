import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import pixelmatch from 'pixelmatch'

const folder = join(import.meta.dirname, 'golden')

/**
 * The share of pixels in which a picture differs from the one that was looked at and kept. `UPDATE_GOLDEN=1` keeps the
 * new one instead. `threshold`: how different two colours must be to count, 0 to 1.
 */
export async function differenceFromGolden(name: string, png: Buffer, threshold: number): Promise<number> {
  const path = join(folder, `${name}.png`)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, png)
    return 0
  }
  if (!existsSync(path)) throw new Error(`${path} is missing: look at the picture, and keep it with UPDATE_GOLDEN=1`)
  const [golden, actual] = [await pixelsOf(readFileSync(path)), await pixelsOf(png)]
  const { width, height } = golden
  if (width !== actual.width || height !== actual.height) return 1
  return pixelmatch(golden.data, actual.data, undefined, width, height, { threshold }) / (width * height)
}

async function pixelsOf(png: Buffer): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}

/** A picture of 32 × 24 whose corners differ, so that one sees how it is turned. */
export function samplePicture(): Buffer {
  const canvas = createCanvas(32, 24)
  const context = canvas.getContext('2d')
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      context.fillStyle = `rgb(${x * 8} ${y * 10} 160)`
      context.fillRect(x, y, 1, 1)
    }
  }
  return canvas.toBuffer('image/png')
}
