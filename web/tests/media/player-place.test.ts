import { expect, test } from 'vitest'
import { playerPlace } from '../../src/player/player-place.ts'

const page = { width: 1280, height: 720 }
const box = (kind: 'audio' | 'video', x: number, y: number, width: number, height: number) =>
  ({ kind, x, y, width, height, rotation: 0 }) as const

test('a player lies over its box', () => {
  const place = playerPlace(box('video', 100, 50, 640, 360), page, 0.5)
  expect(place).toEqual({ x: 100, y: 50, width: 320, height: 180 })
})

test('on a phone it is large enough for a thumb, about its middle and within the page', () => {
  const scale = 0.25
  expect(playerPlace(box('audio', 500, 300, 280, 72), page, scale)).toEqual({ x: 100, y: 240, width: 270, height: 48 })
  const corner = playerPlace(box('audio', 1100, 650, 120, 60), page, scale)
  expect([corner.x + corner.width / scale, corner.y + corner.height / scale]).toEqual([1280, 720])
  expect(playerPlace(box('video', 0, 0, 100, 100), { width: 400, height: 300 }, scale)).toEqual({
    x: 0,
    y: 0,
    width: 100,
    height: 75,
  })
})
