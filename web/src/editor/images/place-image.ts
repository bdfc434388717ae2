import type { Media } from '@anawim/api/contract'
import { type ImageElement, newId } from '@anawim/lesson'
import type { Size } from '../canvas/camera.ts'
import type { Point } from '../canvas/point.ts'

/** So much of a page does a new picture fill at most. */
const MOST_OF_PAGE = 0.8

/** A new picture in its natural size, or smaller when the page is, with its middle at `center` (page pixels). */
export function imageElement(media: Media, page: Size, center: Point): ImageElement {
  const natural = { width: media.width ?? 320, height: media.height ?? 240 }
  const scale = Math.min(1, (page.width * MOST_OF_PAGE) / natural.width, (page.height * MOST_OF_PAGE) / natural.height)
  const width = natural.width * scale
  const height = natural.height * scale
  return {
    id: newId(),
    kind: 'image',
    mediaId: media.id,
    src: media.url,
    alt: '',
    x: center.x - width / 2,
    y: center.y - height / 2,
    width,
    height,
    rotation: 0,
  }
}
