import { useCallback } from 'react'
import { toScreen } from '../canvas/camera.ts'
import type { Point } from '../canvas/point.ts'
import { useEditorSession } from '../session/editor-context.ts'
import { Lasers } from './Lasers.tsx'

/** The lasers over the canvas of the editor. */
export function EditorLasers() {
  const session = useEditorSession()
  return <Lasers toScreen={useCallback((point: Point) => toScreen(session.camera.get(), point), [session])} />
}
