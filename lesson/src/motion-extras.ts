/** What only some gestures have, as bytes: a line that is being drawn, pictures that are being cropped, what an eraser has gone over. */
import { type Brush, brushes } from './elements/drawing-defaults.ts'
import type { Crop } from './elements/image-defaults.ts'
import type { InkPoint } from './elements/ink-points.ts'
import { type InkPart, MOST_INK_POINTS } from './ink-part.ts'
import {
  NoMotion,
  readByte,
  readCount,
  type Reader,
  readId,
  readNumber,
  readSigned,
  writeId,
  writeNumber,
  writeSigned,
} from './motion-bytes.ts'

/** Ids, at most. */
const MOST = 2_000
/** Steps of a pressure, and of the part of a picture. */
const PRESSED = 63
const FINE = 100_000
const WIDEST = 200

export function writeInk(bytes: number[], { brush, stroke, strokeWidth, opacity, from, points }: InkPart): void {
  const isPressed = points.every(({ pressure }) => pressure !== null)
  bytes.push(brushes.indexOf(brush) * 2 + (isPressed ? 1 : 0))
  const color = Number.parseInt(stroke.slice(1, 7), 16) || 0
  bytes.push(color >> 16, (color >> 8) & 255, color & 255)
  writeNumber(bytes, Math.round(strokeWidth * 10))
  bytes.push(Math.round(opacity * 100))
  writeNumber(bytes, from)
  writeNumber(bytes, points.length)
  let [lastX, lastY] = [0, 0]
  for (const point of points) {
    const [x, y] = [Math.round(point.x * 10), Math.round(point.y * 10)]
    writeSigned(bytes, x - lastX, y - lastY)
    ;[lastX, lastY] = [x, y]
    if (isPressed) bytes.push(Math.round((point.pressure ?? 0) * PRESSED))
  }
}

export function readInk(reader: Reader): InkPart {
  const head = readByte(reader)
  const brush: Brush | undefined = brushes[head >> 1]
  const color = (readByte(reader) << 16) | (readByte(reader) << 8) | readByte(reader)
  const strokeWidth = readNumber(reader) / 10
  const opacity = readByte(reader) / 100
  const from = readNumber(reader)
  const count = readCount(reader, MOST_INK_POINTS)
  const isSound = strokeWidth > 0 && strokeWidth <= WIDEST && opacity <= 1 && from + count <= MOST_INK_POINTS
  if (!brush || !isSound) throw new NoMotion()
  const points: InkPoint[] = []
  let [x, y] = [0, 0]
  for (let left = count; left > 0; left--) {
    x += readSigned(reader)
    y += readSigned(reader)
    const digit = head & 1 ? readByte(reader) : null
    if (digit !== null && digit > PRESSED) throw new NoMotion()
    points.push({ x: x / 10, y: y / 10, pressure: digit === null ? null : digit / PRESSED })
  }
  return { brush, stroke: `#${color.toString(16).padStart(6, '0')}`, strokeWidth, opacity, from, points }
}

export function writeCrops(bytes: number[], crops: ReadonlyMap<string, Crop>): void {
  const shown = [...crops].slice(0, MOST)
  writeNumber(bytes, shown.length)
  for (const [id, { x, y, width, height }] of shown) {
    writeId(bytes, id)
    for (const part of [x, y, width, height]) writeNumber(bytes, Math.round(part * FINE))
  }
}

export function readCrops(reader: Reader): ReadonlyMap<string, Crop> {
  const crops = new Map<string, Crop>()
  const part = () => readNumber(reader)
  for (let left = readCount(reader, MOST); left > 0; left--) {
    const id = readId(reader)
    const [x, y, width, height] = [part(), part(), part(), part()]
    // A picture behind no frame at all would be endless.
    const isPart = width >= 100 && height >= 100 && x + width <= FINE + 2 && y + height <= FINE + 2
    if (!isPart) throw new NoMotion()
    crops.set(id, { x: x / FINE, y: y / FINE, width: width / FINE, height: height / FINE })
  }
  return crops
}

export function writeIds(bytes: number[], ids: ReadonlySet<string>): void {
  const shown = [...ids].slice(0, MOST)
  writeNumber(bytes, shown.length)
  for (const id of shown) writeId(bytes, id)
}

export function readIds(reader: Reader): ReadonlySet<string> {
  const ids = new Set<string>()
  for (let left = readCount(reader, MOST); left > 0; left--) ids.add(readId(reader))
  return ids
}
