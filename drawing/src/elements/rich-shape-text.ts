/** The text in a shape: in the largest upright box that its outline has room for, and the shape grows until it fits. */
import { type Box, type ShapeElement, type ShapeName, withDefaults } from '@anawim/lesson'
import { toPage } from '../places.ts'
import { layoutBox, type TextLayout } from '../text/layout-text.ts'
import type { Measure } from '../text/measure.ts'
import type { Inner } from './outline.ts'
import { outlineOf } from './shape.ts'

/** Page pixels between an upright side and the text, beside the stroke; others only touch the text's corners. */
const PADDING = 8
const LEAST_PADDING = 2

const whole: Inner = { x: 0, y: 0, width: 1, height: 1 }
const round: Inner = { x: 0.1464, y: 0.1464, width: 0.7072, height: 0.7072 }
const triangle: Inner = { x: 0.25, y: 0.48, width: 0.5, height: 0.52 }

/** In parts of the shape's box. */
const rooms: Readonly<Record<ShapeName, Inner>> = {
  rectangle: whole,
  ellipse: round,
  triangle,
  diamond: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
  star: { x: 0.25, y: 0.34, width: 0.5, height: 0.42 },
  polygon: round,
  callout: { x: 0, y: 0, width: 1, height: 0.78 },
  arrowRight: { x: 0, y: 0.27, width: 0.8, height: 0.46 },
  arrowLeft: { x: 0.2, y: 0.27, width: 0.8, height: 0.46 },
  arrowUp: { x: 0.27, y: 0.2, width: 0.46, height: 0.8 },
  arrowDown: { x: 0.27, y: 0, width: 0.46, height: 0.8 },
}

export interface ShapeText {
  /** Of the shape as it is drawn, at least the element's own. */
  height: number
  /** Where the text's box is, from the corner of the shape's, unrotated. The layout is in it. */
  box: Inner
  layout: TextLayout
}

export function layoutShapeText(element: ShapeElement, measure: Measure): ShapeText {
  const filled = withDefaults<ShapeElement>(element)
  const { shape, sides, strokeWidth, text, width, flipX, flipY } = filled
  const outline = outlineOf(shape)
  const room = outline === 'polygon' && sides === 3 ? triangle : rooms[outline]
  const padding = Math.min(strokeWidth + (room.width === 1 ? PADDING : LEAST_PADDING), (room.width * width) / 4)
  const least = (height: number) => Math.max(0, room.height * height - 2 * padding)
  const inner = { ...filled, text, width: Math.max(1, room.width * width - 2 * padding), height: least(filled.height) }
  const layout = layoutBox(inner, measure)
  const height = Math.max(filled.height, (layout.contentHeight + 2 * padding) / room.height)
  const [x, y] = [flipX ? 1 - room.x - room.width : room.x, flipY ? 1 - room.y - room.height : room.y]
  return {
    height,
    box: { x: x * width + padding, y: y * height + padding, width: inner.width, height: layout.height },
    layout,
  }
}

/** Where on the page the text's box is: turned with the shape, about a centre of its own. */
export function shapeTextBox(element: ShapeElement, measure: Measure): Box {
  const { height, box } = layoutShapeText(element, measure)
  const { width, rotation } = element
  const frame = { x: element.x, y: element.y, width, height, rotation }
  const center = toPage(frame, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  const [x, y] = [center.x - box.width / 2, center.y - box.height / 2]
  return { x, y, width: box.width, height: box.height, rotation }
}
