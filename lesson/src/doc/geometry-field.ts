/** An element's `geometry` in the document: `[x, y, width, height, rotation]`, in whole tenths. */
import { fromGeometry, toGeometry, type Box, type Geometry } from '../geometry.ts'
import { limits } from '../limits.ts'

const fallback: Geometry = [0, 0, 1000, 1000, 0]

/** The box of any value: what is no number becomes its default, what is out of bounds is clamped. */
export function readGeometry(value: unknown): Box {
  const numbers = Array.isArray(value) ? value : []
  const tenths = fallback.map((tenth, place) => {
    const number: unknown = numbers[place]
    return typeof number === 'number' && Number.isFinite(number) ? number : tenth
  })
  const [x = 0, y = 0, width = 0, height = 0, rotation = 0] = tenths
  return fromGeometry(boundedGeometry(fromGeometry([x, y, width, height, rotation])))
}

/** Is it just what would be written for the box that it is read as? So is all that our editors write. */
export function isTidyGeometry(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 5) return false
  const [x, y, width, height, rotation]: unknown[] = value
  const [coordinate, size] = [limits.coordinate * 10, limits.size * 10]
  const isWithin = (tenths: unknown, min: number, max: number) =>
    typeof tenths === 'number' && Number.isInteger(tenths) && tenths >= min && tenths <= max
  return (
    isWithin(x, -coordinate, coordinate) &&
    isWithin(y, -coordinate, coordinate) &&
    isWithin(width, 0, size) &&
    isWithin(height, 0, size) &&
    isWithin(rotation, 0, 3_599)
  )
}

/** The field's value for a box, its numbers within the limits. */
export function boundedGeometry(box: Box): Geometry {
  const clamp = (value: number, min: number, max: number) =>
    Math.min(Math.max(Number.isFinite(value) ? value : 0, min), max)
  const { coordinate, size } = limits
  return toGeometry({
    x: clamp(box.x, -coordinate, coordinate),
    y: clamp(box.y, -coordinate, coordinate),
    width: clamp(box.width, 0, size),
    height: clamp(box.height, 0, size),
    rotation: clamp(box.rotation, -1_000_000, 1_000_000),
  })
}
