import type { Media } from '@anawim/api/contract'
import { type LessonElement, limits, newId } from '@anawim/lesson'
import type { Size } from '../canvas/camera.ts'
import type { Point } from '../canvas/point.ts'

/** So much of a page does something new fill at most. */
const MOST_OF_PAGE = 0.8
/** Page pixels, where nobody knows better. */
const UNKNOWN = { image: { width: 320, height: 240 }, video: { width: 640, height: 360 } }
const AUDIO = { width: 420, height: 72 }

/** A new element of what was uploaded, in its natural size or smaller when the page is, its middle at `center` (page pixels). */
export function mediaElement(media: Media, page: Size, center: Point): LessonElement {
  const { width, height } = sizeOn(page, media)
  const base = { id: newId(), mediaId: media.id, src: media.url, width, height, rotation: 0 }
  const place = { x: center.x - width / 2, y: center.y - height / 2 }
  const title = titleOf(media)
  const duration = media.duration ?? 0
  if (media.file_type === 'audio') return { ...base, ...place, kind: 'audio', title, duration }
  if (media.file_type === 'video') {
    return { ...base, ...place, kind: 'video', title, duration, ...(media.poster ? { poster: media.poster } : {}) }
  }
  return { ...base, ...place, kind: 'image', alt: media.alt }
}

function sizeOn(page: Size, media: Media): Size {
  if (media.file_type === 'audio') return { width: Math.min(AUDIO.width, page.width), height: AUDIO.height }
  const unknown = media.file_type === 'video' ? UNKNOWN.video : UNKNOWN.image
  const natural = media.width && media.height ? { width: media.width, height: media.height } : unknown
  const scale = Math.min(1, (page.width * MOST_OF_PAGE) / natural.width, (page.height * MOST_OF_PAGE) / natural.height)
  return { width: natural.width * scale, height: natural.height * scale }
}

/** What the file was called, as one would say it. */
export function titleOf({ original_filename }: Pick<Media, 'original_filename'>): string {
  const name = original_filename.replace(/\.[^.]{1,5}$/, '').replaceAll(/[_\s]+/g, ' ')
  return name.trim().slice(0, limits.name)
}
