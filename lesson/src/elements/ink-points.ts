/**
 * The points of a line drawn by hand, as one short text: whole tenths of a page pixel from the corner of their box, the first as it
 * is and each further one from the one before, x and y in turn. A number is base64 digits as source maps write them: five bits a
 * digit, lowest first, the sixth says that more follow; the lowest bit of all is the sign.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const MORE = 32

/** A point in page pixels; `pressure` from 0 to 1, null where the hand has none. */
export interface InkPoint {
  x: number
  y: number
  pressure: number | null
}

/** Where a line is and how it runs: what a drawing holds of it. */
export interface PlacedInk {
  x: number
  y: number
  width: number
  height: number
  points: string
  pressures: string
}

/** At least one point. Pressures are kept when every point has one. */
export function encodeInk(ink: readonly InkPoint[]): PlacedInk {
  const xs = ink.map(({ x }) => Math.round(x * 10))
  const ys = ink.map(({ y }) => Math.round(y * 10))
  const left = least(xs)
  const top = least(ys)
  let points = ''
  let [lastX, lastY] = [left, top]
  for (let index = 0; index < ink.length; index++) {
    const [x = 0, y = 0] = [xs[index], ys[index]]
    points += digitsOf(x - lastX) + digitsOf(y - lastY)
    lastX = x
    lastY = y
  }
  const isPressed = ink.every(({ pressure }) => pressure !== null)
  const pressures = isPressed ? ink.map(({ pressure }) => DIGITS.charAt(Math.round((pressure ?? 0) * 63))).join('') : ''
  return {
    x: left / 10 + 0,
    y: top / 10 + 0,
    width: (most(xs) - left) / 10,
    height: (most(ys) - top) / 10,
    points,
    pressures,
  }
}

/** The points in page pixels from the corner of their box. Never throws: what is cut short ends there. */
export function decodeInk(points: string, pressures: string): InkPoint[] {
  const numbers = numbersOf(points)
  const ink: InkPoint[] = []
  let [x, y] = [0, 0]
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    x += numbers[index] ?? 0
    y += numbers[index + 1] ?? 0
    const digit = DIGITS.indexOf(pressures.charAt(index / 2) || '-')
    ink.push({ x: x / 10, y: y / 10, pressure: digit < 0 ? null : digit / 63 })
  }
  return ink
}

/** Is this what `encodeInk` writes: one pair of numbers, or more? */
export function isInkPoints(text: string): boolean {
  if (!/^[A-Za-z0-9+/]+$/.test(text)) return false
  // Digits with the sixth bit (`g` to `/`) go on; only the others end a number, and one must stand at the end.
  const ends = text.match(/[A-Za-f]/g)?.length ?? 0
  return ends > 0 && ends % 2 === 0 && /[A-Za-f]$/.test(text) && !/[g-z0-9+/]{6}/.test(text)
}

function numbersOf(text: string): number[] {
  const numbers: number[] = []
  let [value, shift] = [0, 0]
  for (let index = 0; index < text.length; index++) {
    const digit = DIGITS.indexOf(text.charAt(index))
    value |= (digit & (MORE - 1)) << shift
    if (digit & MORE) {
      shift += 5
      continue
    }
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1)
    value = 0
    shift = 0
  }
  return numbers
}

function digitsOf(number: number): string {
  let rest = number < 0 ? (-number << 1) | 1 : number << 1
  let digits = ''
  do {
    const low = rest & (MORE - 1)
    rest >>>= 5
    digits += DIGITS.charAt(rest > 0 ? low | MORE : low)
  } while (rest > 0)
  return digits
}

const least = (numbers: readonly number[]) => numbers.reduce((low, number) => Math.min(low, number), Infinity)
const most = (numbers: readonly number[]) => numbers.reduce((high, number) => Math.max(high, number), -Infinity)
