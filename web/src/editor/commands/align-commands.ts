import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  type Icon,
} from '@tabler/icons-react'
import { translate } from '../canvas/boxes.ts'
import { joinRects, type Rect } from '../canvas/point.ts'
import { type Command, hasSelection } from './command.ts'
import { late, type LateId } from './late-keys.ts'
import { movableUnits, moveUnits } from './units.ts'

/** `at`: 0 the left or top, 0.5 the middle, 1 the right or bottom. */
function aligning(id: LateId, label: Command['label'], icon: Icon, axis: 'x' | 'y', at: 0 | 0.5 | 1): Command {
  return {
    ...late(id),
    label,
    icon,
    isEnabled: hasSelection,
    run({ session }) {
      const units = movableUnits(session)
      const [first] = units
      if (!first) return
      const { width, height } = session.page()
      // One alone is aligned on the page, several among themselves.
      const frame: Rect =
        units.length === 1
          ? { x: 0, y: 0, width, height }
          : units.reduce((around, { rect }) => joinRects(rect, around), first.rect)
      const size = axis === 'x' ? 'width' : 'height'
      moveUnits(session, units, (box, { rect }) => {
        const by = frame[axis] + (frame[size] - rect[size]) * at - rect[axis]
        return translate(box, { x: axis === 'x' ? by : 0, y: axis === 'y' ? by : 0 })
      })
    },
  }
}

export const alignCommands: readonly Command[] = [
  aligning('alignLeft', (t) => t('editor:command.alignLeft'), IconLayoutAlignLeft, 'x', 0),
  aligning('alignCenter', (t) => t('editor:command.alignCenter'), IconLayoutAlignCenter, 'x', 0.5),
  aligning('alignRight', (t) => t('editor:command.alignRight'), IconLayoutAlignRight, 'x', 1),
  aligning('alignTop', (t) => t('editor:command.alignTop'), IconLayoutAlignTop, 'y', 0),
  aligning('alignMiddle', (t) => t('editor:command.alignMiddle'), IconLayoutAlignMiddle, 'y', 0.5),
  aligning('alignBottom', (t) => t('editor:command.alignBottom'), IconLayoutAlignBottom, 'y', 1),
]
