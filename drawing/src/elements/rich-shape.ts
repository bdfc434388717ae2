/** The shapes that not every lesson has: more outlines, round corners, dashes, gradients, shadows, text. */
import { type ShapeElement, withDefaults } from '@anawim/lesson'
import type { DrawingContext } from '../context.ts'
import { drawText } from '../text/draw-text.ts'
import { createMeasure } from '../text/measure.ts'
import { gradientOf } from '../gradient.ts'
import { setDash } from './dash.ts'
import { type Inner, isInsideCorners } from './outline.ts'
import { richCorners, traceCorners } from './rich-outline.ts'
import { layoutShapeText, shapeTextBox, type ShapeText } from './rich-shape-text.ts'
import { isVisible, outlineOf, strokeBox, touchesOutline } from './shape.ts'
import type { ElementView, Point } from './view.ts'

const SHADOW = { color: 'rgba(17, 24, 39, 0.28)', blur: 14, down: 5 }

export const richShapeView: ElementView<'shape'> = {
  draw(ctx, own) {
    const text = own.text ? layoutShapeText(own, createMeasure(ctx)) : null
    const element = text ? { ...own, height: text.height } : own
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
    if (text) drawReadable(ctx, element, text)
  },
  textBox: shapeTextBox,
  height: (element, measure) => layoutShapeText(element, measure).height,
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

/** The context is mirrored with the shape: its text is not. */
function drawReadable(ctx: DrawingContext, { flipX, flipY, width, height }: ShapeElement, text: ShapeText): void {
  ctx.shadowColor = 'transparent'
  ctx.setLineDash([])
  if (flipX || flipY) {
    ctx.translate(flipX ? width : 0, flipY ? height : 0)
    ctx.scale(flipX ? -1 : 1, flipY ? -1 : 1)
  }
  ctx.translate(text.box.x, text.box.y)
  drawText(ctx, text.layout)
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
