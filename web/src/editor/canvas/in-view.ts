import type { Box } from '@anawim/lesson'
import type { EditorSession } from '../session/session.ts'
import { toPage } from './camera.ts'

/** Might any of it be on the screen? By its farthest reach, whatever its rotation. A text may be higher than it says, and a line may bow. */
export function isInView(box: Box & { kind: string }, session: EditorSession): boolean {
  if (box.kind === 'text' || box.kind === 'line') return true
  const camera = session.camera.get()
  const { width, height } = session.view.get()
  const from = toPage(camera, { x: 0, y: 0 })
  const to = toPage(camera, { x: width, y: height })
  const reach = Math.hypot(box.width, box.height) / 2 + 100
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  return x + reach > from.x && x - reach < to.x && y + reach > from.y && y - reach < to.y
}
