import { kindEditors } from '../kinds/index.ts'
import type { EditorSession } from '../session/session.ts'
import { idling } from './select/idling.ts'
import { lasering } from './lasering.ts'
import type { ToolName, ToolState } from './tool.ts'

/** The first state of a tool. */
export function startTool(name: ToolName, session: EditorSession): ToolState {
  if (name === 'select') return idling()
  if (name === 'laser') return lasering
  return kindEditors[name].startTool?.(session) ?? idling()
}
