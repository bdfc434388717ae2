import { drawText } from '../text/draw-text.ts'
import { layoutText } from '../text/layout-text.ts'
import { createMeasure } from '../text/measure.ts'
import type { ElementView } from './view.ts'

export const textView: ElementView<'text'> = {
  draw: (ctx, element) => drawText(ctx, layoutText(element, createMeasure(ctx))),
  isMirrored: false,
  height: (element, measure) => layoutText(element, measure).height,
}
