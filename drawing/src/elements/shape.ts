import { shapeNames, withDefaults, type ShapeElement, type ShapeName } from '@anawim/lesson'
import { isInsideOutline, traceOutline, type Inner } from './outline.ts'
import type { ElementView, Point } from './view.ts'

/** How near to the line of a hollow shape a finger must come, in page pixels. */
const GRASP = 8

const isVisible = (paint: string) => paint !== 'transparent' && !/^#[0-9a-f]{6}00$/i.test(paint)

/** A shape of a later version is drawn as a rectangle. */
const outlineOf = (shape: ShapeName): ShapeName => (shapeNames.includes(shape) ? shape : 'rectangle')

/** The box in which the middle of the stroke runs, so that nothing of the stroke leaves the element's box. */
function strokeBox({ width, height }: ShapeElement, strokeWidth: number): Inner {
  const inset = Math.min(strokeWidth, width, height) / 2
  return { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }
}

function grown({ x, y, width, height }: Inner, by: number): Inner {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** Does the place, in the shape's own coordinates, lie within its outline, filled or not? */
export function isInsideShape({ shape, width, height }: ShapeElement, at: Point): boolean {
  return isInsideOutline(outlineOf(shape), { x: 0, y: 0, width, height }, at)
}

export const shapeView: ElementView<'shape'> = {
  draw(ctx, element) {
    const { shape, fill, stroke, strokeWidth, opacity } = withDefaults(element)
    const hasStroke = strokeWidth > 0 && isVisible(stroke)
    const box = strokeBox(element, hasStroke ? strokeWidth : 0)
    ctx.globalAlpha *= opacity
    traceOutline(ctx, outlineOf(shape), box)
    if (isVisible(fill)) {
      ctx.fillStyle = fill
      ctx.fill()
    }
    if (hasStroke) {
      ctx.strokeStyle = stroke
      ctx.lineWidth = strokeWidth
      // Mitred corners of a triangle or a star would leave the box; a rectangle's do not, and look crisper.
      ctx.lineJoin = shape === 'rectangle' ? 'miter' : 'round'
      ctx.stroke()
    }
  },
  /** A hollow shape is only its line, so that one can reach what it frames; an invisible one is found all over. */
  contains(element, at) {
    const { shape, fill, stroke, strokeWidth } = withDefaults(element)
    const outline = outlineOf(shape)
    const hasStroke = strokeWidth > 0 && isVisible(stroke)
    const outer: Inner = { x: 0, y: 0, width: element.width, height: element.height }
    if (Math.min(element.width, element.height) < GRASP) return true
    if (!isInsideOutline(outline, outer, at)) return false
    if (isVisible(fill) || !hasStroke) return true
    const hole = grown(outer, -Math.max(strokeWidth, GRASP))
    return !isInsideOutline(outline, hole, at)
  },
}
