import type { Gradient } from '@anawim/lesson'
import type { DrawingContext } from './context.ts'
import type { Inner } from './elements/outline.ts'
import { isVisible } from './elements/shape.ts'

/** From side to side of the box in that direction. */
export function gradientOf(ctx: DrawingContext, fill: string, { to, angle }: Gradient, box: Inner): object {
  const radians = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const half = (Math.abs(box.width * cos) + Math.abs(box.height * sin)) / 2
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const made = ctx.createLinearGradient(x - cos * half, y - sin * half, x + cos * half, y + sin * half)
  // `transparent` is a black that is not seen, and half of it a grey that is.
  made.addColorStop(0, isVisible(fill) ? fill : seeThrough(to))
  made.addColorStop(1, isVisible(to) ? to : seeThrough(fill))
  return made
}

function seeThrough(color: string): string {
  return isVisible(color) ? `${color.slice(0, 7)}00` : 'transparent'
}
