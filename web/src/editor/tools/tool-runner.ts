import type { PointerInput, ToolHands, ToolState } from './tool.ts'

/** Runs one tool: hands each event to the state at hand and keeps the state that comes back. */
export interface ToolRunner {
  /** Null: that of what lies under the pointer. */
  cursor: () => string | null
  /** Is a gesture in progress? */
  isBusy: () => boolean
  pointerDown: (input: PointerInput) => void
  pointerMove: (input: PointerInput) => void
  pointerUp: (input: PointerInput) => void
  cancel: () => void
  /** Ends what is in progress and takes another tool. */
  take: (state: ToolState) => void
}

export function createToolRunner(start: ToolState, hands: ToolHands): ToolRunner {
  let rest = start
  let state = start
  const cancel = () => {
    state = state.cancel?.(hands) ?? rest
  }
  return {
    cursor: () => state.cursor,
    isBusy: () => state.cancel !== undefined,
    pointerDown(input) {
      state = state.pointerDown?.(input, hands) ?? state
    },
    pointerMove(input) {
      state = state.pointerMove?.(input, hands) ?? state
    },
    pointerUp(input) {
      const before = state
      const next = state.pointerUp?.(input, hands) ?? state
      // The drop itself may have taken another tool, which must not be lost to the state that ends here.
      if (state === before) state = next
    },
    cancel,
    take(next) {
      // At a drop the gesture ends by itself, and cancelling would undo it.
      if (state.cancel && state !== rest) state.cancel(hands)
      rest = next
      state = next
    },
  }
}
