import { lineBetween, ownEnds } from '@anawim/drawing'
import type { Box, LineElement } from '@anawim/lesson'
import { LOCAL, updateElements } from '@anawim/lesson/doc'
import { IconFlipHorizontal, IconFlipVertical } from '@tabler/icons-react'
import { centerOf, unionOf } from '../canvas/boxes.ts'
import type { Point, Rect } from '../canvas/point.ts'
import { drawnBox } from '../session/measuring.ts'
import { asOneStep } from '../session/one-step.ts'
import type { EditorSession } from '../session/session.ts'
import { writeBoxes, writeLine } from '../session/write-boxes.ts'
import { type Command, hasSelection } from './command.ts'
import { late } from './late-keys.ts'

/** Mirrors what is selected about the middle of all of it, as one step of undo. */
function flip(session: EditorSession, axis: 'x' | 'y'): void {
  const ids = session.selected().flatMap(({ id, locked }) => (locked ? [] : [id]))
  const elements = ids.flatMap((id) => session.drawn.settled(id) ?? [])
  const frame = unionOf(elements.map(drawnBox))
  if (!frame) return
  const key = axis === 'x' ? 'flipX' : 'flipY'
  const others = elements.filter(({ kind }) => kind !== 'line')
  asOneStep(session, () =>
    session.doc.transact(() => {
      writeBoxes(
        session,
        others.map((element) => ({ id: element.id, box: mirrored(drawnBox(element), frame, axis) })),
      )
      for (const { id, [key]: was } of others) updateElements(session.doc, [id], { [key]: was !== true })
      for (const element of elements) {
        if (element.kind === 'line') writeLine(session, mirroredLine(element, frame, axis, new Set(ids)))
      }
    }, LOCAL),
  )
}

/** A line is mirrored by its ends. It lets go of what is not mirrored with it. */
function mirroredLine(line: LineElement, frame: Rect, axis: 'x' | 'y', ids: ReadonlySet<string>): LineElement {
  const middle = centerOf(frame)[axis]
  const across = (point: Point) => ({ ...point, [axis]: 2 * middle - point[axis] })
  const hung = (end: LineElement['start']) => (end && ids.has(end.elementId) ? { ...end, [axis]: 1 - end[axis] } : null)
  const ends = ownEnds(line)
  const { start, end, bend = 0, route } = line
  // The share of an elbow is along its way, that of a bow is to one side.
  const turned = route === 'elbow' ? bend : -bend
  const hanging = { ...line, start: hung(start), end: hung(end), bend: turned }
  return lineBetween(hanging, across(ends.start), across(ends.end))
}

function mirrored(box: Box, frame: Rect, axis: 'x' | 'y'): Box {
  const center = centerOf(box)
  const middle = centerOf(frame)
  const x = axis === 'x' ? 2 * middle.x - center.x : center.x
  const y = axis === 'y' ? 2 * middle.y - center.y : center.y
  return { ...box, x: x - box.width / 2, y: y - box.height / 2, rotation: -box.rotation }
}

export const flipXCommand: Command = {
  ...late('flipX'),
  label: (t) => t('editor:command.flipX'),
  icon: IconFlipHorizontal,
  isEnabled: hasSelection,
  run: ({ session }) => flip(session, 'x'),
}

export const flipYCommand: Command = {
  ...late('flipY'),
  label: (t) => t('editor:command.flipY'),
  icon: IconFlipVertical,
  isEnabled: hasSelection,
  run: ({ session }) => flip(session, 'y'),
}
