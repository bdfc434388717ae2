/** What is called tidy must be what repairing would leave as it is, whatever the value. */
import { expect, test } from 'vitest'
import { boundedGeometry, isTidyGeometry, readGeometry } from '../src/doc/geometry-field.ts'
import { limits } from '../src/limits.ts'
import { isSameJson } from '../src/same-json.ts'

const [coordinate, size] = [limits.coordinate * 10, limits.size * 10]
const lengths = [0, -0, 1, -1, 7, 1_003, 0.5, coordinate, -coordinate, coordinate + 1, size, size + 1, Number.NaN, '1']
const rotations = [0, 1, 3_599, 3_600, -1, 1.5, null]

test('every geometry that is tidy is left as it is by a repair', () => {
  let tidy = 0
  for (const x of lengths)
    for (const width of lengths)
      for (const rotation of rotations) {
        const value: unknown[] = [x, lengths[4], width, 10, rotation]
        if (!isTidyGeometry(value)) continue
        tidy++
        expect(isSameJson(boundedGeometry(readGeometry(value)), value)).toBe(true)
      }
  expect(tidy).toBeGreaterThan(50)
  for (const odd of [null, 'box', [], [0, 0, 10, 10], [0, 0, 10, 10, 0, 0]]) expect(isTidyGeometry(odd)).toBe(false)
})
