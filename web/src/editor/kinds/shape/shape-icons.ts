import type { ShapeName } from '@anawim/lesson'
import {
  IconArrowBigDown,
  IconArrowBigLeft,
  IconArrowBigRight,
  IconArrowBigUp,
  IconCircle,
  type Icon,
  IconMessage,
  IconPentagon,
  IconSquare,
  IconSquareRotated,
  IconStar,
  IconTriangle,
} from '@tabler/icons-react'

/** The picture of each outline in the picker. */
export const shapeIcons: Readonly<Record<ShapeName, Icon>> = {
  rectangle: IconSquare,
  ellipse: IconCircle,
  triangle: IconTriangle,
  diamond: IconSquareRotated,
  star: IconStar,
  polygon: IconPentagon,
  callout: IconMessage,
  arrowRight: IconArrowBigRight,
  arrowLeft: IconArrowBigLeft,
  arrowUp: IconArrowBigUp,
  arrowDown: IconArrowBigDown,
}
