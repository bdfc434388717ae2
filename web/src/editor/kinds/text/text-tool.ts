import { emptyRichText, newId, roundLength, textDefaults, type TextElement } from '@anawim/lesson'
import { placing } from '../../tools/placing/placing.ts'
import type { ToolState } from '../../tools/tool.ts'

/** Page pixels of a box that was clicked, not drawn. */
const WIDTH = 360

/** Places a text box and begins to type in it. */
export function textTool(): ToolState {
  return placing(
    (at, rect): TextElement => ({
      id: newId(),
      kind: 'text',
      x: rect ? rect.x : at.x,
      // A click means where the first line shall stand.
      y: rect ? rect.y : at.y - (textDefaults.fontSize * textDefaults.lineHeight) / 2,
      width: rect ? Math.max(rect.width, 60) : WIDTH,
      height: roundLength(textDefaults.fontSize * textDefaults.lineHeight),
      rotation: 0,
      text: emptyRichText,
    }),
    (element, hands) => hands.editInside(element.id),
  )
}
