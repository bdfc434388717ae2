import { expect, test } from 'vitest'
import {
  decodeMotion,
  encodeMotion,
  inkSince,
  type InkPart,
  joinInk,
  MOST_INK_POINTS,
  newId,
  readMotions,
  stampMotion,
  type Motion,
} from '../src/index.ts'
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

const inked = (count: number, pressure: number | null = null): InkPart => ({
  brush: pressure === null ? 'highlighter' : 'pen',
  stroke: '#0b7285',
  strokeWidth: 2.5,
  opacity: 0.6,
  from: 0,
  points: Array.from({ length: count }, (_, index) => ({ x: index * 1.5, y: 10 - index / 10, pressure })),
})

test('a line, a crop and what an eraser has gone over come out as they went in', () => {
  const crops = new Map([['pic', { x: 0.12345, y: 0, width: 0.5, height: 1 }]])
  const motions: Motion[] = [
    { ...nothing, ink: inked(40) },
    { ...drag('a'), ink: { ...inked(3, 1 / 63), from: 7 } },
    { ...drag('pic'), crops },
    { ...nothing, faded: new Set(['a', newId()]) },
    { ...drag('pic'), crops, faded: new Set(['b']), ink: inked(1), isLaser: true },
  ]
  for (const motion of motions) expect(decodeMotion(encodeMotion(motion))).toEqual(motion)
  const ten = encodeMotion({ ...nothing, ink: inked(10) }).length
  expect(ten).toBeLessThanOrEqual(45)
})

test('a line grows by parts, and one that was missed leaves a straight way', () => {
  const whole = inked(50)
  let seen = joinInk(null, inkSince(whole, 0))
  expect(seen).toEqual(whole)
  seen = [0, 20, 19, 33].reduce((line, from) => joinInk(line, inkSince(whole, from)), joinInk(null, inked(5)))
  expect(seen).toEqual(whole)
  const late = joinInk(joinInk(null, inked(5)), inkSince(whole, 30))
  expect(late.points).toHaveLength(50)
  expect(late.points[20]).toEqual(whole.points[4])
  expect(late.points[49]).toEqual(whole.points[49])
  // Nothing new is not the end.
  expect(inkSince(whole, 50).points).toEqual([whole.points[49]])
})

test('a picture behind no frame, a line too long and an endless list are no motions', () => {
  const cropped = (width: number) =>
    encodeMotion({ ...drag('p'), crops: new Map([['p', { x: 0.6, y: 0, width, height: 1 }]]) })
  expect(decodeMotion(cropped(0.4))).not.toBeNull()
  for (const width of [0, 0.0005, 0.5]) expect(decodeMotion(cropped(width))).toBeNull()
  const far = (from: number) => encodeMotion({ ...nothing, ink: { ...inked(2), from } })
  expect(decodeMotion(far(MOST_INK_POINTS - 2))).not.toBeNull()
  expect(decodeMotion(far(MOST_INK_POINTS - 1))).toBeNull()
  expect(decodeMotion(Uint8Array.from([0x70, 4, 0xff, 0xff, 0x7f]))).toBeNull()
  const random = chanceOf(11)
  for (let trial = 0; trial < 5_000; trial++) {
    const bytes = Uint8Array.from([0x70, 1 + random.below(7), ...Array.from({ length: 30 }, () => random.below(256))])
    const motion = decodeMotion(bytes)
    expect(motion && decodeMotion(encodeMotion(motion))).toEqual(motion)
    readMotions(bytes)
  }
})
