import type { ImageElement } from '@anawim/lesson'
import { describe, expect, test } from 'vitest'
import {
  coveringCrop,
  cropFrameOf,
  pullCrop,
  slidePicture,
  uncropped,
} from '../../src/editor/kinds/image/crop-frame.ts'

const picture = (rest: Partial<ImageElement> = {}): ImageElement => ({
  id: 'i',
  kind: 'image',
  mediaId: 1,
  src: '/media/a.png',
  alt: '',
  x: 100,
  y: 100,
  width: 400,
  height: 200,
  rotation: 0,
  ...rest,
})
const half = { x: 0.5, y: 0, width: 0.5, height: 1 }

describe('pulling at the frame of a crop', () => {
  test('cuts off that side, and leaves the picture where it is', () => {
    const { box, crop } = pullCrop(picture(), 'w', { x: 100, y: 30 })
    expect(box).toEqual({ x: 200, y: 100, width: 300, height: 200, rotation: 0 })
    expect(crop).toEqual({ x: 0.25, y: 0, width: 0.75, height: 1 })
  })

  test('never leaves the picture', () => {
    expect(pullCrop(picture(), 'se', { x: 900, y: 900 })).toEqual(cropFrameOf(picture()))
    expect(pullCrop(picture({ crop: half }), 'w', { x: -9_000, y: 0 }).crop).toEqual({
      x: 0,
      y: 0,
      width: 1,
      height: 1,
    })
  })

  test('never leaves nothing', () => {
    expect(pullCrop(picture(), 'e', { x: -900, y: 0 }).box).toMatchObject({ x: 100, width: 8 })
  })

  test('follows the hand on a picture that is turned', () => {
    // A quarter to the right: its top looks to the right of the page.
    const { box, crop } = pullCrop(picture({ rotation: 90 }), 'n', { x: -50, y: 0 })
    expect(crop).toEqual({ x: 0, y: 0.25, width: 1, height: 0.75 })
    expect(box.x + box.width / 2).toBeCloseTo(275)
    expect(box.y + box.height / 2).toBeCloseTo(200)
  })

  test('follows the hand on a picture that is mirrored', () => {
    const { box, crop } = pullCrop(picture({ flipX: true }), 'w', { x: 100, y: 0 })
    expect(box).toMatchObject({ x: 200, width: 300 })
    // What is seen on the left is the picture's right.
    expect(crop).toEqual({ x: 0, y: 0, width: 0.75, height: 1 })
  })

  test('keeps its proportions with Shift, from the corner or side that stays', () => {
    const corner = pullCrop(picture({ crop: half }), 'nw', { x: 200, y: 0 }, true)
    // The frame is 400 by 200 page pixels: nothing is left to grow, and the wish of the other side counts.
    expect(corner.box).toMatchObject({ width: 400, height: 200 })
    expect(pullCrop(picture(), 'se', { x: -100, y: -150 }, true)).toMatchObject({
      box: { x: 100, y: 100, width: 300, height: 150 },
      crop: { x: 0, y: 0, width: 0.75, height: 0.75 },
    })
    expect(pullCrop(picture(), 'w', { x: 200, y: 0 }, true).box).toMatchObject({
      x: 300,
      y: 150,
      width: 200,
      height: 100,
    })
  })

  test('keeps its proportions also at the edge of the picture', () => {
    const middle = picture({ crop: { x: 0.25, y: 0.1, width: 0.5, height: 0.5 } })
    const { box, crop } = pullCrop(middle, 'n', { x: 0, y: -900 }, true)
    expect(box.width / box.height).toBeCloseTo(2)
    expect(crop.y).toBeCloseTo(0)
    expect(crop.y + crop.height).toBeCloseTo(0.6)
  })
})

test('sliding a picture moves it behind its frame, as far as it fills it', () => {
  expect(slidePicture(picture({ crop: half }), { x: 200, y: 50 }).crop).toEqual({ ...half, x: 0.25 })
  expect(slidePicture(picture({ crop: half }), { x: -200, y: 0 }).crop).toEqual(half)
})

test('all of a picture comes back where it was', () => {
  const cut = pullCrop(picture({ rotation: 30 }), 'nw', { x: 60, y: 40 })
  const { box, crop } = uncropped({ ...picture(), ...cut.box, crop: cut.crop })
  expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  for (const [key, value] of Object.entries(cropFrameOf(picture({ rotation: 30 })).box)) {
    expect(Reflect.get(box, key)).toBeCloseTo(value)
  }
})

test('another picture fills the same box, its middle shown', () => {
  expect(coveringCrop({ width: 400, height: 200 }, { width: 100, height: 100 })).toEqual({
    x: 0,
    y: 0.25,
    width: 1,
    height: 0.5,
  })
  expect(coveringCrop({ width: 100, height: 100 }, { width: 400, height: 200 })).toEqual({
    x: 0.25,
    y: 0,
    width: 0.5,
    height: 1,
  })
})
