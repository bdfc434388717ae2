/**
 * What moves while nobody has let go yet: a pointer, and the boxes of a drag, resize or rotation. It travels beside the
 * document, as few bytes as may be, the latest wins, and nobody keeps it.
 * `[0x50 | cursor? | boxes? | laser? | view?] [x y] [count (id box)…] [x y width height]`, numbers as varints (zigzag where they
 * may be negative), ids packed by 6 bits a character.
 */
import type { Geometry } from './geometry.ts'
import { ID_PATTERN } from './ids.ts'

export interface Motion {
  /** In whole page pixels; null: not over a page. */
  cursor: { x: number; y: number } | null
  /** By element. */
  boxes: ReadonlyMap<string, Geometry>
  /** Is the pointer that of a laser, with which somebody shows something? */
  isLaser?: true
  /** What they see of the page, in whole page pixels, for those who follow them. Absent: what was last said. */
  view?: { x: number; y: number; width: number; height: number }
}

/** A message of motions begins with this in place of the lesson's name, so that clients that know none leave it alone. */
export function motionAddress(lessonName: string): string {
  return `${lessonName}~`
}

/** Boxes in one motion, at most. */
const MOST_BOXES = 2_000
/** Lengths and angles, in tenths. */
const FARTHEST = 10_000_000
/** No sync step begins with it. */
const MARK = 0x50
const HAS_CURSOR = 1
const HAS_BOXES = 2
const IS_LASER = 4
const HAS_VIEW = 8
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

export function encodeMotion({ cursor, boxes, isLaser, view }: Motion): Uint8Array<ArrayBuffer> {
  const shownFlags = (cursor ? HAS_CURSOR : 0) | (boxes.size > 0 ? HAS_BOXES : 0)
  const bytes = [MARK | shownFlags | (isLaser ? IS_LASER : 0) | (view ? HAS_VIEW : 0)]
  if (cursor) writeSigned(bytes, cursor.x, cursor.y)
  const shown = [...boxes].slice(0, MOST_BOXES)
  if (shown.length > 0) writeNumber(bytes, shown.length)
  for (const [id, box] of shown) {
    writeId(bytes, id)
    writeSigned(bytes, ...box)
  }
  if (view) writeSigned(bytes, view.x, view.y, view.width, view.height)
  return Uint8Array.from(bytes)
}

/** Null: it is no motion, or one that is out of all bounds. */
export function decodeMotion(bytes: Uint8Array): Motion | null {
  const reader = { bytes, place: 0 }
  const motion = attempt(() => readMotion(reader))
  return reader.place === bytes.length ? motion : null
}

/** Somebody's motion as the server hands it on: their client id before what they sent. */
export function stampMotion(clientId: number, motion: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  writeNumber(bytes, clientId)
  return Uint8Array.from([...bytes, ...motion])
}

/** Several stamped motions one after the other; null: something else. */
export function readMotions(bytes: Uint8Array): Map<number, Motion> | null {
  const reader = { bytes, place: 0 }
  return attempt(() => {
    const motions = new Map<number, Motion>()
    while (reader.place < bytes.length) motions.set(readNumber(reader), readMotion(reader))
    return motions
  })
}

interface Reader {
  bytes: Uint8Array
  place: number
}

class NoMotion extends Error {
  override name = 'NoMotion'
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof NoMotion) return null
    throw error
  }
}

function readMotion(reader: Reader): Motion {
  const head = readByte(reader)
  if ((head & ~(HAS_CURSOR | HAS_BOXES | IS_LASER | HAS_VIEW)) !== MARK) throw new NoMotion()
  const read = () => readSigned(reader)
  const cursor = head & HAS_CURSOR ? { x: read(), y: read() } : null
  const boxes = new Map<string, Geometry>()
  const count = head & HAS_BOXES ? readNumber(reader) : 0
  if (count > MOST_BOXES) throw new NoMotion()
  for (let left = count; left > 0; left--) {
    const id = readId(reader)
    boxes.set(id, [read(), read(), read(), read(), read()])
  }
  return {
    cursor,
    boxes,
    ...(head & IS_LASER && { isLaser: true }),
    ...(head & HAS_VIEW && { view: { x: read(), y: read(), width: read(), height: read() } }),
  }
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  bytes.push(rest)
}

function writeSigned(bytes: number[], ...values: readonly number[]): void {
  for (const value of values) {
    const whole = Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(value) || 0))
    writeNumber(bytes, whole < 0 ? -2 * whole - 1 : 2 * whole)
  }
}

function writeId(bytes: number[], id: string): void {
  bytes.push(id.length)
  let bits = 0
  let held = 0
  for (const letter of id) {
    held = (held << 6) | LETTERS.indexOf(letter)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  if (bits > 0) bytes.push((held << (8 - bits)) & 255)
}

function readByte(reader: Reader): number {
  const byte = reader.bytes[reader.place++]
  if (byte === undefined) throw new NoMotion()
  return byte
}

function readNumber(reader: Reader): number {
  let value = 0
  for (let scale = 1; scale <= 128 ** 4; scale *= 128) {
    const byte = readByte(reader)
    value += (byte & 127) * scale
    if (byte < 128) return value
  }
  throw new NoMotion()
}

function readSigned(reader: Reader): number {
  const value = readNumber(reader)
  if (value > 2 * FARTHEST) throw new NoMotion()
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

function readId(reader: Reader): string {
  const length = readByte(reader)
  let id = ''
  let bits = 0
  let held = 0
  while (id.length < Math.min(length, 33)) {
    if (bits < 6) {
      held = (held << 8) | readByte(reader)
      bits += 8
    }
    bits -= 6
    id += LETTERS.charAt((held >> bits) & 63)
    held &= (1 << bits) - 1
  }
  if (!ID_PATTERN.test(id)) throw new NoMotion()
  return id
}
