import { wholePicture } from '@anawim/drawing'
import type { Box, Crop, ImageElement } from '@anawim/lesson'
import { centerOf } from '../../canvas/boxes.ts'
import { handleSides, type ResizeHandle } from '../../canvas/handles.ts'
import { type Point, turn } from '../../canvas/point.ts'
import { LEAST_SIZE } from '../../canvas/resize.ts'

/** Where a picture is, and which part of it. */
export interface CropFrame {
  box: Box
  crop: Crop
}

/** The sides of the frame in page pixels, from the corner of the whole picture. */
interface Sides {
  left: number
  right: number
  top: number
  bottom: number
}

export function cropFrameOf({ x, y, width, height, rotation, crop }: ImageElement): CropFrame {
  return { box: { x, y, width, height, rotation }, crop: crop ?? { x: 0, y: 0, width: 1, height: 1 } }
}

/**
 * The picture stays where it is, and a side or corner of its frame moves by so many page pixels, within the picture. `keepsAspect`: both
 * sides grow by the same factor, from the opposite side or corner.
 */
export function pullCrop(image: ImageElement, handle: ResizeHandle, by: Point, keepsAspect = false): CropFrame {
  const { whole, sides } = measured(image)
  const local = inPicture(image, by)
  const pulled = mirrored(image, handleSides[handle])
  if (keepsAspect) return framed(image, whole, sides, scaled(sides, whole, pulled, local))
  const next = { ...sides }
  if (pulled.x < 0) next.left = between(0, sides.left + local.x, sides.right - LEAST_SIZE)
  if (pulled.x > 0) next.right = between(sides.left + LEAST_SIZE, sides.right + local.x, whole.width)
  if (pulled.y < 0) next.top = between(0, sides.top + local.y, sides.bottom - LEAST_SIZE)
  if (pulled.y > 0) next.bottom = between(sides.top + LEAST_SIZE, sides.bottom + local.y, whole.height)
  return framed(image, whole, sides, next)
}

/** The sides of a frame that grows in its own proportions, as far as the picture reaches. */
function scaled(sides: Sides, whole: { width: number; height: number }, pulled: Point, by: Point): Sides {
  const across = { from: sides.left, size: sides.right - sides.left, whole: whole.width, pulled: pulled.x, by: by.x }
  const down = { from: sides.top, size: sides.bottom - sides.top, whole: whole.height, pulled: pulled.y, by: by.y }
  const axes = [across, down]
  // From the side that stays there is so much room; from the middle only twice what the nearer edge leaves.
  const rooms = axes.map(({ from, size, whole, pulled }) => {
    const behind = whole - from - size
    return pulled < 0 ? from + size : pulled > 0 ? size + behind : size + 2 * Math.min(from, behind)
  })
  const wanted = axes.flatMap(({ size, pulled, by }) => (pulled === 0 ? [] : [(size + pulled * by) / size]))
  const most = Math.min(...axes.map(({ size }, index) => (rooms[index] ?? size) / size))
  const least = LEAST_SIZE / Math.min(across.size, down.size)
  const scale = between(Math.min(least, most), Math.max(...wanted), most)
  const grown = ({ from, size, pulled }: (typeof axes)[number]) => {
    const more = size * (scale - 1)
    const start = pulled < 0 ? from - more : pulled > 0 ? from : from - more / 2
    return { start, end: start + size * scale }
  }
  const [wide, high] = [grown(across), grown(down)]
  return { left: wide.start, right: wide.end, top: high.start, bottom: high.end }
}

/** The frame stays where it is, and the picture moves behind it by so many page pixels, as far as it fills it. */
export function slidePicture(image: ImageElement, by: Point): CropFrame {
  const { whole } = measured(image)
  const { box, crop } = cropFrameOf(image)
  const local = inPicture(image, by)
  return {
    box,
    crop: {
      ...crop,
      x: between(0, crop.x - local.x / whole.width, 1 - crop.width),
      y: between(0, crop.y - local.y / whole.height, 1 - crop.height),
    },
  }
}

/** All of the picture again, where it would be. */
export function uncropped(image: ImageElement): CropFrame {
  const { whole, sides } = measured(image)
  return framed(image, whole, sides, { left: 0, top: 0, right: whole.width, bottom: whole.height })
}

/** The middle part of another picture that fills the same box. `natural`: its size in pixels. */
export function coveringCrop(box: { width: number; height: number }, natural: { width: number; height: number }): Crop {
  const ratio = box.width / box.height / (natural.width / natural.height)
  const [width, height] = [Math.min(1, ratio), Math.min(1, 1 / ratio)]
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height }
}

function measured(image: ImageElement): { whole: { width: number; height: number }; sides: Sides } {
  const { x, y, width, height } = wholePicture(image)
  return {
    whole: { width, height },
    sides: { left: 0 - x, top: 0 - y, right: image.width - x, bottom: image.height - y },
  }
}

function framed(image: ImageElement, whole: { width: number; height: number }, from: Sides, to: Sides): CropFrame {
  const shift = turn(
    mirrored(image, {
      x: (to.left + to.right - from.left - from.right) / 2,
      y: (to.top + to.bottom - from.top - from.bottom) / 2,
    }),
    image.rotation,
  )
  const center = centerOf(image)
  const [width, height] = [to.right - to.left, to.bottom - to.top]
  return {
    box: {
      x: center.x + shift.x - width / 2,
      y: center.y + shift.y - height / 2,
      width,
      height,
      rotation: image.rotation,
    },
    crop: {
      x: to.left / whole.width,
      y: to.top / whole.height,
      width: width / whole.width,
      height: height / whole.height,
    },
  }
}

/** A way on the page, as the picture has it: unturned, unmirrored. */
const inPicture = (image: ImageElement, by: Point) => mirrored(image, turn(by, -image.rotation))

function mirrored({ flipX, flipY }: ImageElement, { x, y }: Point): Point {
  return { x: flipX ? -x : x, y: flipY ? -y : y }
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
