import { IconZoomScan } from '@tabler/icons-react'
import { unionOf } from '../canvas/boxes.ts'
import { lookAt } from '../canvas/camera.ts'
import { type Command, hasSelection } from './command.ts'
import { late } from './late-keys.ts'

/** So much of the view stays free at each side, in parts of what is selected. */
const MARGIN = 0.15
/** Small things are not blown up beyond this. */
const MOST = 3

export const zoomSelectionCommand: Command = {
  ...late('zoomSelection'),
  label: (t) => t('pages:command.zoomSelection'),
  icon: IconZoomScan,
  isEnabled: hasSelection,
  run({ session }) {
    const around = unionOf(session.selected().flatMap(({ id }) => session.boxOf(id) ?? []))
    if (!around) return
    const wide = {
      x: around.x - around.width * MARGIN,
      y: around.y - around.height * MARGIN,
      width: around.width * (1 + 2 * MARGIN),
      height: around.height * (1 + 2 * MARGIN),
    }
    session.camera.set(lookAt(wide, session.view.get(), MOST))
  },
}
