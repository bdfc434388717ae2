import { withDefaults, type DrawingElement } from '@anawim/lesson'
import { paintInk, traceInk } from '../ink/ink-outline.ts'
import { keptInk } from '../ink/kept-ink.ts'
import { distanceToPoints } from '../lines/distance.ts'
import type { ElementView } from './view.ts'

/** How near to a thin line a finger must come, in page pixels. */
const GRASP = 6

export const drawingView: ElementView<'drawing'> = {
  draw(ctx, element) {
    const style = withDefaults<DrawingElement>(element)
    const { path, made } = keptInk(element)
    if (made === null) {
      ctx.beginPath()
      traceInk(ctx, path)
    }
    paintInk(ctx, style, path.isFilled, () => {
      const paths = made === null ? [] : [made]
      if (path.isFilled) ctx.fill(...paths)
      else ctx.stroke(...paths)
    })
  },
  /** Only the ink: one must reach what a large curve goes around. */
  touches(element, at) {
    const { strokeWidth } = withDefaults<DrawingElement>(element)
    const reach = Math.max(strokeWidth / 2, GRASP)
    if (at.x < -reach || at.y < -reach || at.x > element.width + reach || at.y > element.height + reach) return false
    return distanceToPoints(keptInk(element).points, at) <= reach
  },
}
