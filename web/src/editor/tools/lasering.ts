import type { PointerInput, ToolHands, ToolState } from './tool.ts'

const point = ({ point: at }: PointerInput, hands: ToolHands): ToolState => {
  hands.showLaser(at)
  return lasering
}

/** The laser: shows, and touches nothing. */
export const lasering: ToolState = { name: 'lasering', cursor: 'none', pointerDown: point, pointerMove: point }
