import type { Box } from '@anawim/lesson'
import { LOCAL, moveElements, updateElements } from '@anawim/lesson/doc'
import { IconFlipHorizontal, IconFlipVertical } from '@tabler/icons-react'
import { centerOf, unionOf } from '../canvas/boxes.ts'
import type { Rect } from '../canvas/point.ts'
import { drawnBox, withBox } from '../session/measuring.ts'
import { asOneStep } from '../session/one-step.ts'
import type { EditorSession } from '../session/session.ts'
import { type Command, hasSelection } from './command.ts'

/** Mirrors what is selected about the middle of all of it, as one step of undo. */
function flip(session: EditorSession, axis: 'x' | 'y'): void {
  const elements = session.selected().filter(({ locked }) => !locked)
  const frame = unionOf(elements.map(drawnBox))
  if (!frame) return
  const key = axis === 'x' ? 'flipX' : 'flipY'
  asOneStep(session, () =>
    session.doc.transact(() => {
      moveElements(
        session.doc,
        elements.map((element) => {
          const drawn = drawnBox(element)
          return { id: element.id, box: withBox(element, drawn, mirrored(drawn, frame, axis)) }
        }),
      )
      for (const { id, [key]: was } of elements) updateElements(session.doc, [id], { [key]: was !== true })
    }, LOCAL),
  )
}

function mirrored(box: Box, frame: Rect, axis: 'x' | 'y'): Box {
  const center = centerOf(box)
  const middle = centerOf(frame)
  const x = axis === 'x' ? 2 * middle.x - center.x : center.x
  const y = axis === 'y' ? 2 * middle.y - center.y : center.y
  return { ...box, x: x - box.width / 2, y: y - box.height / 2, rotation: -box.rotation }
}

export const flipXCommand: Command = {
  id: 'flipX',
  label: (t) => t('editor:command.flipX'),
  icon: IconFlipHorizontal,
  shortcuts: ['shift+h'],
  isEnabled: hasSelection,
  run: ({ session }) => flip(session, 'x'),
}

export const flipYCommand: Command = {
  id: 'flipY',
  label: (t) => t('editor:command.flipY'),
  icon: IconFlipVertical,
  shortcuts: ['shift+v'],
  isEnabled: hasSelection,
  run: ({ session }) => flip(session, 'y'),
}
