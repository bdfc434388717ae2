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
