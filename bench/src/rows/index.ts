/** Every row, in the order of the table of goals. */
import type { Row } from '../row.ts'
import { bigClass } from './big-class.ts'
import { blocks } from './blocks.ts'
import { canvasDrag, canvasOthers, canvasPan, canvasPen } from './canvas.ts'
import { canvasOpen } from './canvas-open.ts'
import { canvasTyping } from './canvas-typing.ts'
import { dragFrame } from './drag-frame.ts'
import { drags } from './drags.ts'
import { heap } from './heap.ts'
import { idleViewers } from './idle-viewers.ts'
import { joining } from './joining.ts'
import { lists } from './lists.ts'
import { loneEdit } from './lone-edit.ts'
import { manyLessons } from './many-lessons.ts'
import { manyViewers } from './many-viewers.ts'
import { saved } from './saved.ts'

export const rows: readonly Row[] = [
  manyViewers,
  loneEdit,
  joining,
  manyLessons,
  saved,
  idleViewers,
  dragFrame,
  drags,
  heap,
  bigClass,
  blocks,
  canvasDrag,
  canvasPan,
  canvasPen,
  canvasOthers,
  canvasOpen,
  canvasTyping,
  lists,
]
