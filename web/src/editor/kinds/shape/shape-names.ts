import type { ShapeName } from '@anawim/lesson'
import type { Translate } from '../../session/translate.ts'

/** What an outline is called. */
export const shapeName = (t: Translate, shape: ShapeName): string =>
  ({
    rectangle: t('editor:shape.rectangle'),
    ellipse: t('editor:shape.ellipse'),
    triangle: t('editor:shape.triangle'),
    diamond: t('editor:shape.diamond'),
    star: t('editor:shape.star'),
    polygon: t('editor:shape.polygon'),
    callout: t('editor:shape.callout'),
    arrowRight: t('editor:shape.arrowRight'),
    arrowLeft: t('editor:shape.arrowLeft'),
    arrowUp: t('editor:shape.arrowUp'),
    arrowDown: t('editor:shape.arrowDown'),
  })[shape]
