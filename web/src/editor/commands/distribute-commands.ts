import {
  IconArrowsHorizontal,
  IconArrowsMaximize,
  IconArrowsVertical,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  type Icon,
} from '@tabler/icons-react'
import type { Box } from '@anawim/lesson'
import { centerOf, translate } from '../canvas/boxes.ts'
import type { Command } from './command.ts'
import { late, type LateId } from './late-keys.ts'
import { movableUnits, moveUnits } from './units.ts'

/** Equal gaps between those in between; the outermost two stay. */
function distributing(id: LateId, label: Command['label'], icon: Icon, axis: 'x' | 'y'): Command {
  const size = axis === 'x' ? 'width' : 'height'
  return {
    ...late(id),
    label,
    icon,
    isEnabled: ({ session }) => movableUnits(session).length > 2,
    run({ session }) {
      const middle = ({ rect }: ReturnType<typeof movableUnits>[number]) => rect[axis] + rect[size] / 2
      const units = movableUnits(session).toSorted((one, other) => middle(one) - middle(other))
      const first = units[0]?.rect
      const last = units.at(-1)?.rect
      if (!first || !last) return
      const filled = units.reduce((sum, { rect }) => sum + rect[size], 0)
      const gap = (last[axis] + last[size] - first[axis] - filled) / (units.length - 1)
      const starts = new Map<unknown, number>()
      let at = first[axis]
      for (const unit of units) {
        starts.set(unit, at)
        at += unit.rect[size] + gap
      }
      moveUnits(session, units, (box, unit) => {
        const by = (starts.get(unit) ?? 0) - unit.rect[axis]
        return translate(box, { x: axis === 'x' ? by : 0, y: axis === 'y' ? by : 0 })
      })
    },
  }
}

/** Sizes as that of the element which was selected first. Each keeps its middle. */
function sizing(id: LateId, label: Command['label'], icon: Icon, sides: readonly ('width' | 'height')[]): Command {
  return {
    ...late(id),
    label,
    icon,
    isEnabled: ({ session }) => session.selection.get().length > 1,
    run({ session }) {
      const model = session.boxOf(session.selection.get()[0] ?? '')
      if (!model) return
      moveUnits(session, movableUnits(session), (box) => {
        const middle = centerOf(box)
        const sized: Box = { ...box }
        for (const side of sides) sized[side] = model[side]
        return { ...sized, x: middle.x - sized.width / 2, y: middle.y - sized.height / 2 }
      })
    },
  }
}

export const distributeCommands: readonly Command[] = [
  distributing('distributeX', (t) => t('editor:command.distributeX'), IconLayoutDistributeVertical, 'x'),
  distributing('distributeY', (t) => t('editor:command.distributeY'), IconLayoutDistributeHorizontal, 'y'),
]

export const sizeCommands: readonly Command[] = [
  sizing('sameWidth', (t) => t('editor:command.sameWidth'), IconArrowsHorizontal, ['width']),
  sizing('sameHeight', (t) => t('editor:command.sameHeight'), IconArrowsVertical, ['height']),
  sizing('sameSize', (t) => t('editor:command.sameSize'), IconArrowsMaximize, ['width', 'height']),
]
