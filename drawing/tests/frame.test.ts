import { boundsOf, elementHeight, frameOf, hitTest, loadLooks } from '@anawim/drawing'
import { nodeMeasure } from '@anawim/drawing/node'
import { encodeInk, type DrawingElement, type ShapeElement } from '@anawim/lesson'
import { beforeAll, describe, expect, test } from 'vitest'
import { box, p, unknown } from './samples/builders.ts'

const measure = nodeMeasure()
const shape = (options: Partial<ShapeElement> = {}): ShapeElement => ({
  id: 's1',
  kind: 'shape',
  shape: 'rectangle',
  x: 100,
  y: 100,
  width: 200,
  height: 100,
  rotation: 0,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 4,
  ...options,
})

describe('the drawn box', () => {
  test('of a shape is as high as it says', () => {
    expect(elementHeight(shape(), measure)).toBe(100)
  })

  test('of a text box grows with its text, and never shrinks below what it says', () => {
    expect(elementHeight(box([p('một'), p('hai')], { fontSize: 20, lineHeight: 1.5 }), measure)).toBe(60)
    expect(elementHeight(box(p('một'), { height: 300 }), measure)).toBe(300)
  })

  test('of an empty text box has the height of a line', () => {
    expect(elementHeight(box(p(), { fontSize: 20, lineHeight: 1.5 }), measure)).toBe(30)
  })

  test('turned by a quarter has width and height exchanged, about the same centre', () => {
    const bounds = boundsOf(shape({ rotation: 90 }), measure)
    expect(bounds.x).toBeCloseTo(150)
    expect(bounds.y).toBeCloseTo(50)
    expect(bounds.width).toBeCloseTo(100)
    expect(bounds.height).toBeCloseTo(200)
  })

  test('of a kind that nobody knows is what it says', () => {
    expect(frameOf(unknown(5, 6), measure)).toEqual({ x: 5, y: 6, width: 120, height: 80, rotation: 0 })
  })
})

describe('a point touches', () => {
  beforeAll(loadLooks)

  test('a drawn line near its ink, wherever the box is pulled, and not what it goes around', () => {
    const ink = encodeInk(
      [0, 90, 180, 270].map((angle) => ({
        x: 100 * Math.cos((angle * Math.PI) / 180),
        y: 100 * Math.sin((angle * Math.PI) / 180),
        pressure: null,
      })),
    )
    const drawn: DrawingElement = {
      id: 'd',
      kind: 'drawing',
      rotation: 0,
      brush: 'pen',
      stroke: '#000000',
      strokeWidth: 4,
      ...ink,
    }
    expect(hitTest(drawn, { x: 50, y: 52 })).toBe(true)
    expect(hitTest(drawn, { x: 0, y: 0 })).toBe(false)
    expect(hitTest(drawn, { x: 104, y: 0 })).toBe(true)
    expect(hitTest({ ...drawn, width: 400 }, { x: 300, y: 3 })).toBe(true)
  })

  test('a rectangle inside, and not beside it', () => {
    expect(hitTest(shape(), { x: 101, y: 101 })).toBe(true)
    expect(hitTest(shape(), { x: 99, y: 150 })).toBe(false)
  })

  test.for([
    ['ellipse', true],
    ['triangle', true],
    ['diamond', true],
    ['star', true],
    ['polygon', true],
    ['arrowRight', true],
    ['arrowUp', true],
  ] as const)('an %s in its middle and not in the corner of its box', ([name]) => {
    expect(hitTest(shape({ shape: name }), { x: 200, y: 150 })).toBe(true)
    expect(hitTest(shape({ shape: name }), { x: 102, y: 102 })).toBe(false)
  })

  test('a turned rectangle where it is drawn', () => {
    const turned = shape({ rotation: 90 })
    expect(hitTest(turned, { x: 200, y: 60 })).toBe(true)
    expect(hitTest(turned, { x: 110, y: 150 })).toBe(false)
  })

  test('a hollow shape on its line, and not what it frames', () => {
    const hollow = shape({ fill: 'transparent' })
    expect(hitTest(hollow, { x: 104, y: 150 })).toBe(true)
    expect(hitTest(hollow, { x: 200, y: 150 })).toBe(false)
  })

  test('an invisible shape all over, so that it can be found', () => {
    expect(hitTest(shape({ fill: 'transparent', stroke: 'transparent' }), { x: 200, y: 150 })).toBe(true)
  })

  test('a thin line within a few pixels of it', () => {
    const line = shape({ height: 0 })
    expect(hitTest(line, { x: 200, y: 103 })).toBe(true)
    expect(hitTest(line, { x: 200, y: 120 })).toBe(false)
  })

  test('the part of a text box that its text has added, when one can measure', () => {
    const grown = box([p('một'), p('hai')], { height: 10 })
    expect(hitTest(grown, { x: 10, y: 50 }, measure)).toBe(true)
    expect(hitTest(grown, { x: 10, y: 50 })).toBe(false)
  })
})
