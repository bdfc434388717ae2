import { expect, test } from 'vitest'
import { decodeMotion, encodeMotion, newId, readMotions, stampMotion, type Motion } from '../src/index.ts'
import { chanceOf } from './random.ts'

const nothing: Motion = { cursor: null, boxes: new Map() }
const drag = (id: string): Motion => ({
  cursor: { x: 640, y: 360 },
  boxes: new Map([[id, [6400, 3600, 2000, 1200, 0]]]),
})

test('a motion comes out as it went in', () => {
  for (const length of [1, 2, 3, 4, 5, 10, 31, 32]) {
    const motion: Motion = {
      cursor: { x: -3, y: 1_000_000 },
      boxes: new Map([
        ['-_'.repeat(16).slice(0, length), [-1, 0, 10_000_000, -10_000_000, 3599]],
        [newId(), [1, 2, 3, 4, 5]],
      ]),
    }
    expect(decodeMotion(encodeMotion(motion))).toEqual(motion)
  }
  expect(decodeMotion(encodeMotion(nothing))).toEqual(nothing)
})

test('a laser, and what somebody sees, come out as they went in', () => {
  const view = { x: -40, y: -25, width: 1360, height: 770 }
  const motions: Motion[] = [
    { ...nothing, isLaser: true },
    { ...nothing, view },
    { ...drag('a'), isLaser: true, view },
  ]
  for (const motion of motions) expect(decodeMotion(encodeMotion(motion))).toEqual(motion)
})

test('those of several people stand one after the other', () => {
  const [one, other] = [drag('a'), nothing]
  const bytes = [stampMotion(4_294_967_295, encodeMotion(one)), stampMotion(7, encodeMotion(other))]
  expect(readMotions(Uint8Array.from(bytes.flatMap((part) => [...part])))).toEqual(
    new Map([
      [4_294_967_295, one],
      [7, other],
    ]),
  )
})

test('a step of a drag is small', () => {
  expect(stampMotion(4_294_967_295, encodeMotion(drag(newId()))).length).toBeLessThanOrEqual(31)
})

test('anything else is no motion', () => {
  const random = chanceOf(7)
  const good = encodeMotion(drag('abc'))
  for (let length = 0; length < good.length; length++) expect(decodeMotion(good.slice(0, length))).toBeNull()
  expect(decodeMotion(Uint8Array.from([...good, 0]))).toBeNull()
  for (let trial = 0; trial < 5_000; trial++) {
    const bytes = Uint8Array.from({ length: random.below(30) }, () => random.below(256))
    const motion = decodeMotion(bytes)
    expect(motion && decodeMotion(encodeMotion(motion))).toEqual(motion)
    readMotions(bytes)
  }
  expect(decodeMotion(Uint8Array.from([0x52, 0xff, 0xff, 0xff, 0x7f]))).toBeNull()
})
