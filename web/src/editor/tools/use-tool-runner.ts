import { useEffect, useMemo } from 'react'
import { useEditor } from '../session/editor-context.ts'
import { createHands } from './hands.ts'
import { startTool } from './start-tool.ts'
import { createToolRunner, type ToolRunner } from './tool-runner.ts'

/** The tool that is taken, on the open lesson. */
export function useToolRunner(): ToolRunner {
  const { session, room } = useEditor()
  const runner = useMemo(
    () =>
      createToolRunner(
        startTool('select', session),
        createHands(session, (boxes) => room?.showGesture(boxes)),
      ),
    [session, room],
  )
  useEffect(
    () =>
      session.tool.subscribe(() => {
        if (session.tool.get() !== 'select') session.editing.set(null)
        runner.take(startTool(session.tool.get(), session))
        // Whoever took it in the toolbar by the keyboard goes on there: Enter places.
        if (session.tool.get() !== 'select' && !session.presenting.get()) {
          document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true })
        }
      }),
    [session, runner],
  )
  return runner
}
