import { type LessonElement, type LineElement, withDefaults } from '@anawim/lesson'

/** Page pixels by which what is painted may leave any element's box: shadows, tall letters. */
const LEAST = 24

/**
 * Page pixels by which what is painted may leave an element's box. The box of a line or a drawing is that of its ends or points:
 * its width, its heads, and the bow that it makes lie beside it.
 */
export function paintedAround(element: LessonElement): number {
  if (element.kind === 'drawing') return LEAST + element.strokeWidth
  if (element.kind !== 'line') return LEAST
  const { strokeWidth, bend } = withDefaults<LineElement>(element)
  return LEAST + 2.5 * strokeWidth + Math.abs(bend) * Math.hypot(element.width, element.height)
}
