/** Numbers and ids in as few bytes as may be: varints (zigzag where they may be negative), ids packed by 6 bits a character. */
import { ID_PATTERN } from './ids.ts'

/** Lengths and angles, in tenths. */
const FARTHEST = 10_000_000
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

export interface Reader {
  bytes: Uint8Array
  place: number
}

/** The bytes say nothing that could be a motion. */
export class NoMotion extends Error {
  override name = 'NoMotion'
}

/** What `read` reads; null where the bytes are something else. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof NoMotion) return null
    throw error
  }
}

export function writeNumber(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  bytes.push(rest)
}

export function writeSigned(bytes: number[], ...values: readonly number[]): void {
  for (const value of values) {
    const whole = Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(value) || 0))
    writeNumber(bytes, whole < 0 ? -2 * whole - 1 : 2 * whole)
  }
}

export function writeId(bytes: number[], id: string): void {
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

export function readByte(reader: Reader): number {
  const byte = reader.bytes[reader.place++]
  if (byte === undefined) throw new NoMotion()
  return byte
}

export function readNumber(reader: Reader): number {
  let value = 0
  for (let scale = 1; scale <= 128 ** 4; scale *= 128) {
    const byte = readByte(reader)
    value += (byte & 127) * scale
    if (byte < 128) return value
  }
  throw new NoMotion()
}

/** A number of things that follow, at least one. */
export function readCount(reader: Reader, most: number): number {
  const count = readNumber(reader)
  if (count === 0 || count > most) throw new NoMotion()
  return count
}

export function readSigned(reader: Reader): number {
  const value = readNumber(reader)
  if (value > 2 * FARTHEST) throw new NoMotion()
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

export function readId(reader: Reader): string {
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
