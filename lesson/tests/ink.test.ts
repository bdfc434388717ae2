import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeInk, drawingSchema, encodeInk } from '@anawim/lesson'

const point = fc.record({
  x: fc.double({ min: -5_000, max: 5_000, noNaN: true }),
  y: fc.double({ min: -5_000, max: 5_000, noNaN: true }),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('a line comes back to a tenth of a pixel, and its pressure to a sixty-third', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
      const ink = encodeInk(points)
      const back = decodeInk(ink.points, ink.pressures)
      expect(back).toHaveLength(points.length)
      back.forEach(({ x, y, pressure }, index) => {
        expect(Math.abs(ink.x + x - (points[index]?.x ?? 0))).toBeLessThan(0.051)
        expect(Math.abs(ink.y + y - (points[index]?.y ?? 0))).toBeLessThan(0.051)
        expect(Math.abs((pressure ?? -1) - (points[index]?.pressure ?? 0))).toBeLessThan(0.01)
      })
      const element = { id: 'd', kind: 'drawing', rotation: 0, stroke: '#000000', strokeWidth: 4, brush: 'pen', ...ink }
      expect(drawingSchema.parse(element)).toStrictEqual(element)
    }),
  )
})

test('a usual point takes two or three characters', () => {
  const circle = Array.from({ length: 200 }, (_, index) => ({
    x: 300 + 100 * Math.cos(index / 32),
    y: 300 + 100 * Math.sin(index / 32),
    pressure: null,
  }))
  const { points, pressures } = encodeInk(circle)
  expect(points.length / circle.length).toBeLessThan(4)
  expect(pressures).toBe('')
})

test.each([
  ['nothing', ''],
  ['half a point', 'A'],
  ['a number without an end', 'AAg'],
  ['a number without bounds', `${'g'.repeat(30)}AA`],
  ['other characters', 'A A'],
])('%s is no line', (_what, points) => {
  const element = { id: 'd', kind: 'drawing', x: 0, y: 0, width: 1, height: 1, rotation: 0, points }
  expect(drawingSchema.safeParse(element).success).toBe(false)
  expect(() => decodeInk(points, '')).not.toThrow()
})
