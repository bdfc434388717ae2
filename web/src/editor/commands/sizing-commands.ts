/** Growing, shrinking and turning what is selected by keys; the exact numbers are in the panel. */
import {
  IconArrowsDiagonalMinimize,
  IconArrowsMinimize,
  IconArrowsHorizontal,
  IconArrowsVertical,
  type Icon,
  IconRotate,
  IconRotateClockwise,
} from '@tabler/icons-react'
import type { Box } from '@anawim/lesson'
import { centerOf, rotateAbout } from '../canvas/boxes.ts'
import { handleSides } from '../canvas/handles.ts'
import { turn } from '../canvas/point.ts'
import { fitInto, resizeFrame } from '../canvas/resize.ts'
import type { EditorSession } from '../session/session.ts'
import { writeBoxes } from '../session/write-boxes.ts'
import { frameOf } from '../tools/select/resizing.ts'
import { type Command, hasSelection } from './command.ts'
import { late, type LateId } from './late-keys.ts'

/** Page pixels a stroke. */
const STEP = 10
/** Degrees a stroke. */
const TURN = 15

/** Strokes that follow quickly are one step of undo. */
function change(session: EditorSession, make: (frame: Box) => (box: Box) => Box): void {
  const boxes = session.selected().flatMap(({ id, locked }) => {
    const box = locked ? undefined : session.boxOf(id)
    return box ? [{ id, box }] : []
  })
  const frame = frameOf(boxes.map(({ box }) => box))
  if (!frame) return
  const changed = make(frame)
  writeBoxes(
    session,
    boxes.map(({ id, box }) => ({ id, box: changed(box) })),
  )
}

/** The side opposite to the handle stays where it is. */
function sizing(id: LateId, label: Command['label'], icon: Icon, handle: 'e' | 's', by: number): Command {
  return {
    ...late(id),
    label,
    icon,
    isEnabled: hasSelection,
    run: ({ session }) =>
      change(session, (frame) => {
        const side = handleSides[handle]
        const center = centerOf(frame)
        const pulled = turn({ x: side.x * (frame.width / 2 + by), y: side.y * (frame.height / 2 + by) }, frame.rotation)
        const to = resizeFrame(frame, handle, { x: center.x + pulled.x, y: center.y + pulled.y }, false, false)
        return (box) => (session.selection.get().length === 1 ? to : fitInto(box, frame, to))
      }),
  }
}

function turning(id: LateId, label: Command['label'], icon: Icon, degrees: number): Command {
  return {
    ...late(id),
    label,
    icon,
    isEnabled: hasSelection,
    run: ({ session }) => change(session, (frame) => (box) => rotateAbout(box, centerOf(frame), degrees)),
  }
}

export const sizingCommands: readonly Command[] = [
  sizing('wider', (t) => t('pages:sizing.wider'), IconArrowsHorizontal, 'e', STEP),
  sizing('narrower', (t) => t('pages:sizing.narrower'), IconArrowsMinimize, 'e', -STEP),
  sizing('taller', (t) => t('pages:sizing.taller'), IconArrowsVertical, 's', STEP),
  sizing('shorter', (t) => t('pages:sizing.shorter'), IconArrowsDiagonalMinimize, 's', -STEP),
  turning('turnRight', (t) => t('pages:sizing.turnRight'), IconRotateClockwise, TURN),
  turning('turnLeft', (t) => t('pages:sizing.turnLeft'), IconRotate, -TURN),
]
