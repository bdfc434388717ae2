import type { Geometry, Motion } from '@anawim/lesson'
import { expect, test } from 'vitest'
import { nearer } from '../../src/moving/gliding.ts'

const at = (x: number, y: number, box?: Geometry): Motion => ({
  cursor: { x, y },
  boxes: new Map(box ? [['e1', box]] : []),
})

test('a pointer glides towards where it was last heard of, and gets there within a quarter of a second', () => {
  const goal = at(300, 400)
  let shown = nearer(at(0, 0), goal, 16)
  expect(shown.cursor?.x).toBeGreaterThan(50)
  expect(shown.cursor?.x).toBeLessThan(150)
  let frames = 1
  for (; shown !== goal; frames++) shown = nearer(shown, goal, 16)
  expect(frames * 16).toBeLessThan(350)
})

test('who was not seen before is where they are, and who leaves the page is gone at once', () => {
  const goal = at(300, 400)
  expect(nearer(undefined, goal, 16)).toBe(goal)
  expect(nearer(goal, { ...goal, cursor: null }, 16).cursor).toBeNull()
})

test('a drag that was dropped does not linger: the lesson has it now', () => {
  const dropped = at(10, 10)
  expect(nearer(at(10, 10, [0, 0, 100, 100, 0]), dropped, 16)).toBe(dropped)
})

test('what is turned goes the short way round', () => {
  const turned = nearer(at(0, 0, [0, 0, 100, 100, 3550]), at(0, 0, [0, 0, 100, 100, 50]), 45).boxes.get('e1')
  expect(turned?.[4]).toBeGreaterThan(-50)
  expect(turned?.[4]).toBeLessThan(50)
})
