/** The shapes that not every lesson has: more outlines, round corners, dashes, gradients, shadows. */
import { type ShapeElement, withDefaults } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import { gradientOf } from '../gradient.ts'
import { setDash } from './dash.ts'
import { type Inner, isInsideCorners } from './outline.ts'
import { richCorners, traceCorners } from './rich-outline.ts'
import { isVisible, outlineOf, strokeBox, touchesOutline } from './shape.ts'
import type { ElementView, Point } from './view.ts'

const SHADOW = { color: 'rgba(17, 24, 39, 0.28)', blur: 14, down: 5 }

export const richShapeView: ElementView<'shape'> = {
  draw(ctx, element) {
    const { shape, sides, fill, stroke, strokeWidth, opacity, radius, dash, gradient, shadow } =
      withDefaults<ShapeElement>(element)
    const hasStroke = strokeWidth > 0 && isVisible(stroke)
    const box = strokeBox(element, hasStroke ? strokeWidth : 0)
    ctx.globalAlpha *= opacity
    traceCorners(ctx, richCorners(outlineOf(shape), sides), box, radius)
    if (shadow) setShadow(ctx)
    if (isVisible(fill) || gradient) {
      ctx.fillStyle = gradient ? gradientOf(ctx, fill, gradient, box) : fill
      ctx.fill()
      // The line stands on what has cast its shadow already.
      ctx.shadowColor = 'transparent'
    }
    if (hasStroke) {
      ctx.strokeStyle = stroke
      ctx.lineWidth = strokeWidth
      ctx.lineJoin = shape === 'rectangle' && radius === 0 ? 'miter' : 'round'
      setDash(ctx, dash, strokeWidth)
      ctx.stroke()
    }
  },
  contains: (element, at) => touchesOutline(element, at, isInsideRich),
}

/** Does the place, in the shape's own coordinates, lie within its outline, filled or not? */
export function isInsideShape(element: ShapeElement, at: Point): boolean {
  return isInsideRich(element, { x: 0, y: 0, width: element.width, height: element.height }, at)
}

function isInsideRich(element: ShapeElement, box: Inner, at: Point): boolean {
  const { shape, sides } = withDefaults<ShapeElement>(element)
  return isInsideCorners(richCorners(outlineOf(shape), sides), box, at)
}

/** A context's shadows know nothing of its scale. */
function setShadow(ctx: DrawingContext): void {
  const { a, b } = ctx.getTransform()
  const scale = Math.hypot(a, b)
  ctx.shadowColor = SHADOW.color
  ctx.shadowBlur = SHADOW.blur * scale
  ctx.shadowOffsetX = 0
  ctx.shadowOffsetY = SHADOW.down * scale
}
