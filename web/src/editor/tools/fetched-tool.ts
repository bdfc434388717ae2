import type { LaterCode } from '../../ui/later.ts'
import type { PointerInput, ToolHands, ToolState } from './tool.ts'

interface Happening {
  as: 'pointerDown' | 'pointerMove' | 'pointerUp'
  input: PointerInput
}

/**
 * A tool whose code comes when it is taken, or a moment after the lesson was opened. What a hand does before that is kept, and done when
 * the code is here.
 */
export function fetchedTool<Code>(code: LaterCode<Code>, start: (code: Code) => ToolState): ToolState {
  /** Null while the code is on its way. */
  const play = (happened: readonly Happening[], hands: ToolHands): ToolState | null => {
    const here = code()
    if (here === null) return null
    return happened.reduce<ToolState>((state, { as, input }) => state[as]?.(input, hands) ?? state, start(here))
  }
  const rest: ToolState = {
    name: 'fetching',
    cursor: 'crosshair',
    pointerDown: (input, hands) => keep([{ as: 'pointerDown', input }], hands),
    pointerMove: (input, hands) => play([{ as: 'pointerMove', input }], hands) ?? rest,
  }
  const keep = (happened: readonly Happening[], hands: ToolHands): ToolState =>
    play(happened, hands) ?? {
      name: 'keeping',
      cursor: 'crosshair',
      pointerMove: (input, live) => keep([...happened, { as: 'pointerMove', input }], live),
      pointerUp(input, live) {
        const all = [...happened, { as: 'pointerUp', input } as const]
        const next = play(all, live)
        if (next) return next
        // Another tool may be in the hand by then: that one stays.
        void code.whenHere().then(() => play(all, { ...live, useTool: () => {} }))
        return rest
      },
      cancel: () => rest,
    }
  code()
  return rest
}
