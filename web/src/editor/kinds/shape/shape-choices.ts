import type { ShapeName } from '@anawim/lesson'
import { IconCircle, IconDiamond, IconSquare, IconStar, IconTriangle, type Icon } from '@tabler/icons-react'
import type { Translate } from '../../session/translate.ts'

/** What each outline is called, and its picture in the toolbar. */
export const shapeChoices: Readonly<Record<ShapeName, { icon: Icon; name: (t: Translate) => string }>> = {
  rectangle: { icon: IconSquare, name: (t) => t('editor:shape.rectangle') },
  ellipse: { icon: IconCircle, name: (t) => t('editor:shape.ellipse') },
  triangle: { icon: IconTriangle, name: (t) => t('editor:shape.triangle') },
  diamond: { icon: IconDiamond, name: (t) => t('editor:shape.diamond') },
  star: { icon: IconStar, name: (t) => t('editor:shape.star') },
}
