import type { ToolState } from './tool.ts'

/**
 * A tool whose code comes when it is taken, or a moment after the lesson was opened. A press before that does nothing.
 * `code` gives null until it is here, and makes it come.
 */
export function fetchedTool<Code>(code: () => Code | null, start: (code: Code) => ToolState): ToolState {
  const rest: ToolState = {
    name: 'fetching',
    cursor: 'crosshair',
    pointerDown(input, hands) {
      const here = code()
      return here === null ? rest : (start(here).pointerDown?.(input, hands) ?? rest)
    },
  }
  code()
  return rest
}
