import { newId, shapeDefaults, type ShapeElement, type ShapeName } from '@anawim/lesson'
import { LEAST_SIZE } from '../../canvas/resize.ts'
import { placing } from '../../tools/placing/placing.ts'
import type { ToolState } from '../../tools/tool.ts'

/** Page pixels of a shape that was clicked, not drawn. */
const CLICKED = { width: 200, height: 140 }

/** Places a shape of that outline. */
export function shapeTool(shape: ShapeName): ToolState {
  return placing((at, rect): ShapeElement => {
    const { width, height } = rect ?? CLICKED
    return {
      id: newId(),
      kind: 'shape',
      shape,
      x: rect ? rect.x : at.x - width / 2,
      y: rect ? rect.y : at.y - height / 2,
      width: Math.max(width, LEAST_SIZE),
      height: Math.max(height, LEAST_SIZE),
      rotation: 0,
      fill: shapeDefaults.fill,
      stroke: shapeDefaults.stroke,
      strokeWidth: shapeDefaults.strokeWidth,
    }
  })
}
