import type { Box } from '@anawim/lesson'

/** CSS pixels below which one cannot use a player's own controls. */
const LEAST = { video: { width: 240, height: 150 }, audio: { width: 270, height: 48 } } as const

/** Where a player is: its upper left corner in page pixels, its size in CSS pixels. */
export interface PlayerPlace {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Over its box, and larger about its middle where the box is too small on this screen to be used, as far as the page has room for
 * that. `scale`: CSS pixels per page pixel.
 */
export function playerPlace(
  box: Box & { kind: 'audio' | 'video' },
  page: { width: number; height: number },
  scale: number,
): PlayerPlace {
  const least = LEAST[box.kind]
  const along = (start: number, length: number, room: number, fewest: number) => {
    const size = Math.max(length * scale, Math.min(fewest, room * scale))
    const left = start + length / 2 - size / scale / 2
    const isGrown = size > length * scale
    return { size, at: isGrown ? Math.max(0, Math.min(left, room - size / scale)) : start }
  }
  const across = along(box.x, box.width, page.width, least.width)
  const down = along(box.y, box.height, page.height, least.height)
  return { x: across.at, y: down.at, width: across.size, height: down.size }
}
