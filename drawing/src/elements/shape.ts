import { type ShapeElement, type ShapeName, shapeNames, withDefaults } from '@anawim/lesson'
import { fetchedView } from './fetched-view.ts'
import { cornersOf, type Inner, isInsideCorners, traceOutline } from './outline.ts'
import type { ElementView, Point } from './view.ts'

/** How near to the line of a hollow shape a finger must come, in page pixels. */
const GRASP = 8

export const isVisible = (paint: string) => paint !== 'transparent' && !/^#[0-9a-f]{6}00$/i.test(paint)

/** A shape of a later version is drawn as a rectangle. */
export const outlineOf = (shape: ShapeName): ShapeName => (shapeNames.includes(shape) ? shape : 'rectangle')

/** The box in which the middle of the stroke runs, so that nothing of the stroke leaves the element's box. */
export function strokeBox({ width, height }: ShapeElement, strokeWidth: number): Inner {
  const inset = Math.min(strokeWidth, width, height) / 2
  return { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }
}

export function grown({ x, y, width, height }: Inner, by: number): Inner {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

const richView = fetchedView<'shape'>(async () => (await import('./rich-shape.ts')).richShapeView)

/** Has it nothing but an outline of the first five, a fill and a line? What is not said is not there: that is the canonical form. */
function isPlain({ shape, sides, radius, dash, gradient, shadow, text }: ShapeElement): boolean {
  return !(sides || radius || dash || gradient || shadow || text) && shapeNames.indexOf(shape) < 5
}

export const shapeView: ElementView<'shape'> = {
  draw(ctx, element, images) {
    if (!isPlain(element)) {
      richView.draw(ctx, element, images)
      return
    }
    const { shape, fill, stroke, strokeWidth, opacity } = withDefaults<ShapeElement>(element)
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
  // Asked of every shape in every picture: only a text can make it higher.
  height: (element, measure) =>
    element.text ? (richView.height?.(element, measure) ?? element.height) : element.height,
  textBox: (element, measure) => richView.textBox?.(element, measure) ?? null,
  contains(element, at) {
    if (!isPlain(element)) return richView.contains?.(element, at) ?? true
    return touchesOutline(element, at, ({ shape }, box, place) =>
      isInsideCorners(cornersOf(outlineOf(shape)), box, place),
    )
  },
}

/** A hollow shape is only its line, so that one can reach what it frames; an invisible one is found all over. */
export function touchesOutline(
  element: ShapeElement,
  at: Point,
  isInside: (element: ShapeElement, box: Inner, at: Point) => boolean,
): boolean {
  const { fill, stroke, strokeWidth, gradient } = withDefaults<ShapeElement>(element)
  const hasStroke = strokeWidth > 0 && isVisible(stroke)
  const outer: Inner = { x: 0, y: 0, width: element.width, height: element.height }
  if (Math.min(element.width, element.height) < GRASP) return true
  if (!isInside(element, outer, at)) return false
  if (isVisible(fill) || gradient || element.text || !hasStroke) return true
  return !isInside(element, grown(outer, -Math.max(strokeWidth, GRASP)), at)
}
