import { shapeTextBox } from '@anawim/drawing'
import {
  type Box,
  emptyRichText,
  type ShapeElement,
  type TextElement,
  type TextStyleDefaults,
  withDefaults,
} from '@anawim/lesson'
import { drawnBox, screenMeasure } from '../session/measuring.ts'

/** What one types in: where it is on the page, and how it is set where no mark says otherwise. */
export interface TextPlace {
  box: Box
  style: TextStyleDefaults
}

export function textPlaceOf(element: ShapeElement | TextElement): TextPlace {
  if (element.kind === 'text') return { box: drawnBox(element), style: styleOf(withDefaults<TextElement>(element)) }
  return {
    box: shapeTextBox({ ...element, text: element.text ?? emptyRichText }, screenMeasure()),
    style: styleOf(withDefaults<ShapeElement>(element)),
  }
}

function styleOf(style: TextStyleDefaults): TextStyleDefaults {
  const { fontFamily, fontSize, color, align, verticalAlign, lineHeight } = style
  return { fontFamily, fontSize, color, align, verticalAlign, lineHeight }
}
