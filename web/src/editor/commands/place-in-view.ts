import { toPage } from '../canvas/camera.ts'
import type { EditorSession } from '../session/session.ts'
import type { PointerInput } from '../tools/tool.ts'
import type { ToolRunner } from '../tools/tool-runner.ts'

/** Uses the tool that is taken as a click in the middle of what is seen would: so the keyboard makes elements too. */
export function placeInView(session: EditorSession, runner: ToolRunner): void {
  const { width, height } = session.view.get()
  const screen = { x: width / 2, y: height / 2 }
  const middle: PointerInput = {
    screen,
    point: toPage(session.camera.get(), screen),
    target: { on: 'page' },
    shift: false,
    alt: false,
    mod: false,
    clicks: 1,
  }
  runner.pointerDown(middle)
  runner.pointerUp(middle)
}
