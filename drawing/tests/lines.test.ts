import { hitTest, loadLooks, placeElement } from '@anawim/drawing'
import { nodeMeasure } from '@anawim/drawing/node'
import type { LessonElement, LineElement, ShapeElement } from '@anawim/lesson'
import { beforeAll, describe, expect, test } from 'vitest'
import { box, p } from './samples/builders.ts'

beforeAll(loadLooks)

const shape = (id: string, x: number, y: number, options: Partial<ShapeElement> = {}): ShapeElement => ({
  id,
  kind: 'shape',
  shape: 'rectangle',
  x,
  y,
  width: 100,
  height: 100,
  rotation: 0,
  fill: '#ffffff',
  stroke: '#000000',
  strokeWidth: 2,
  ...options,
})
const line = (options: Partial<LineElement>): LineElement => ({
  id: 'l',
  kind: 'line',
  x: 0,
  y: 0,
  width: 300,
  height: 0,
  rotation: 0,
  stroke: '#000000',
  strokeWidth: 2,
  ...options,
})
const placed = (element: LineElement, ...others: LessonElement[]) => {
  const found = placeElement(element, (id) => others.find((other) => other.id === id), nodeMeasure())
  return found as LineElement
}
const at = (elementId: string, x: number, y: number) => ({ elementId, x, y })

describe('a line', () => {
  test('that hangs on nothing is where it says, the same object', () => {
    const free = line({})
    expect(placed(free)).toBe(free)
  })

  test('goes from place to place of what it hangs on, wherever that is now', () => {
    const between = line({ start: at('a', 1, 0.5), end: at('b', 0, 0.5) })
    expect(placed(between, shape('a', 0, 0), shape('b', 400, 200))).toMatchObject({
      x: 100,
      y: 50,
      width: 300,
      height: 200,
    })
    expect(placed(between, shape('a', 0, 0), shape('b', 400, -200))).toMatchObject({
      x: 100,
      y: -150,
      width: 300,
      height: 200,
      from: 'bottomLeft',
    })
  })

  test('finds its place on a turned element, and on a text that has grown', () => {
    const turned = placed(line({ start: at('a', 1, 0.5) }), shape('a', 0, 0, { width: 200, rotation: 90 }))
    expect(turned.x).toBeCloseTo(100)
    expect(turned.height).toBeCloseTo(150)
    const grown = { ...box([p('một'), p('hai')], { fontSize: 20, lineHeight: 1.5 }), id: 't' }
    expect(placed(line({ y: 0, start: at('t', 0, 1) }), grown)).toMatchObject({ height: 60 })
  })

  test('to the middle of an element ends a little before its edge, whatever its outline', () => {
    const square = placed(line({ x: 0, y: 50, end: at('b', 0.5, 0.5) }), shape('b', 400, 0))
    expect(square.width).toBeCloseTo(396, 0)
    const round = placed(line({ x: 0, y: 400, end: at('b', 0.5, 0.5) }), shape('b', 400, 0, { shape: 'ellipse' }))
    const away = Math.hypot(450 - (round.x + round.width), 50 - round.y)
    expect(away).toBeCloseTo(54, 0)
  })

  test('stays where its box says when what it hangs on is not there, or is a line', () => {
    const lost = line({ start: at('gone', 0.5, 0.5), end: at('m', 1, 1) })
    expect(placed(lost, line({ id: 'm' }))).toMatchObject({ x: 0, width: 300, height: 0, start: null, end: null })
  })

  test.for([
    ['straight', {}, [150, 3], [150, 40]],
    ['curved', { route: 'curved', bend: 0.25 }, [150, 75], [150, 3]],
    ['elbow', { route: 'elbow', height: 100 }, [150, 50], [80, 50]],
  ] as const)('%s is touched on its way, and not beside it', ([, options, on, beside]) => {
    expect(hitTest(line(options), { x: on[0], y: on[1] })).toBe(true)
    expect(hitTest(line(options), { x: beside[0], y: beside[1] })).toBe(false)
  })
})
