/**
 * What moves while nobody has let go yet: a pointer, the boxes of a drag, resize, rotation or crop, a line that is being drawn, what
 * an eraser has gone over. It travels beside the document, as few bytes as may be, the latest wins, and nobody keeps it.
 * `[0x50 | cursor? | boxes? | laser? | view? | more?] [ink? | crops? | faded?] [x y] [count (id box)…] [x y width height] [ink] [crops] [faded]`,
 * numbers as varints (zigzag where they may be negative), ids packed by 6 bits a character.
 */
import type { Crop } from './elements/image-defaults.ts'
import type { Geometry } from './geometry.ts'
import type { InkPart } from './ink-part.ts'
import {
  attempt,
  NoMotion,
  readByte,
  type Reader,
  readId,
  readNumber,
  readSigned,
  writeId,
  writeNumber,
  writeSigned,
} from './motion-bytes.ts'
import { readCrops, readIds, readInk, writeCrops, writeIds, writeInk } from './motion-extras.ts'

export interface Motion {
  /** In whole page pixels; null: not over a page. */
  cursor: { x: number; y: number } | null
  /** By element. */
  boxes: ReadonlyMap<string, Geometry>
  /** Is the pointer that of a laser, with which somebody shows something? */
  isLaser?: true
  /** What they see of the page, in whole page pixels, for those who follow them. Absent: what was last said. */
  view?: { x: number; y: number; width: number; height: number }
  /** The line that is being drawn on the shown page. */
  ink?: InkPart
  /** What of pictures their frames show, by element; the frames stand in `boxes`. */
  crops?: ReadonlyMap<string, Crop>
  /** Elements that an eraser has gone over. */
  faded?: ReadonlySet<string>
}

/** Boxes in one motion, at most. */
const MOST_BOXES = 2_000
/** No sync step begins with it. */
const MARK = 0x50
const HAS_CURSOR = 1
const HAS_BOXES = 2
const IS_LASER = 4
const HAS_VIEW = 8
const HAS_MORE = 0x20
const ALL = HAS_CURSOR | HAS_BOXES | IS_LASER | HAS_VIEW | HAS_MORE
const HAS_INK = 1
const HAS_CROPS = 2
const HAS_FADED = 4

export function encodeMotion({ cursor, boxes, isLaser, view, ink, crops, faded }: Motion): Uint8Array<ArrayBuffer> {
  const more =
    ((ink?.points.length ?? 0) > 0 ? HAS_INK : 0) | (crops?.size ? HAS_CROPS : 0) | (faded?.size ? HAS_FADED : 0)
  const shownFlags = (cursor ? HAS_CURSOR : 0) | (boxes.size > 0 ? HAS_BOXES : 0) | (more ? HAS_MORE : 0)
  const bytes = [MARK | shownFlags | (isLaser ? IS_LASER : 0) | (view ? HAS_VIEW : 0)]
  if (more) bytes.push(more)
  if (cursor) writeSigned(bytes, cursor.x, cursor.y)
  const shown = [...boxes].slice(0, MOST_BOXES)
  if (shown.length > 0) writeNumber(bytes, shown.length)
  for (const [id, box] of shown) {
    writeId(bytes, id)
    writeSigned(bytes, ...box)
  }
  if (view) writeSigned(bytes, view.x, view.y, view.width, view.height)
  if (ink && more & HAS_INK) writeInk(bytes, ink)
  if (crops?.size) writeCrops(bytes, crops)
  if (faded?.size) writeIds(bytes, faded)
  return Uint8Array.from(bytes)
}

/** Null: it is no motion, or one that is out of all bounds. */
export function decodeMotion(bytes: Uint8Array): Motion | null {
  const reader = { bytes, place: 0 }
  const motion = attempt(() => readMotion(reader))
  return reader.place === bytes.length ? motion : null
}

/** Somebody's motion as the server hands it on: their client id before what they sent. */
export function stampMotion(clientId: number, motion: Uint8Array): Uint8Array<ArrayBuffer> {
  const head: number[] = []
  writeNumber(head, clientId)
  const bytes = new Uint8Array(head.length + motion.length)
  bytes.set(head)
  bytes.set(motion, head.length)
  return bytes
}

/** Several stamped motions one after the other; null: something else. */
export function readMotions(bytes: Uint8Array): Map<number, Motion> | null {
  const reader = { bytes, place: 0 }
  return attempt(() => {
    const motions = new Map<number, Motion>()
    while (reader.place < bytes.length) motions.set(readNumber(reader), readMotion(reader))
    return motions
  })
}

function readMotion(reader: Reader): Motion {
  const head = readByte(reader)
  if ((head & ~ALL) !== MARK) throw new NoMotion()
  const more = head & HAS_MORE ? readByte(reader) : 0
  if (more & ~(HAS_INK | HAS_CROPS | HAS_FADED)) throw new NoMotion()
  const read = () => readSigned(reader)
  const cursor = head & HAS_CURSOR ? { x: read(), y: read() } : null
  const boxes = new Map<string, Geometry>()
  const count = head & HAS_BOXES ? readNumber(reader) : 0
  if (count > MOST_BOXES) throw new NoMotion()
  for (let left = count; left > 0; left--) {
    const id = readId(reader)
    boxes.set(id, [read(), read(), read(), read(), read()])
  }
  return {
    cursor,
    boxes,
    ...(head & IS_LASER && { isLaser: true }),
    ...(head & HAS_VIEW && { view: { x: read(), y: read(), width: read(), height: read() } }),
    ...(more & HAS_INK && { ink: readInk(reader) }),
    ...(more & HAS_CROPS && { crops: readCrops(reader) }),
    ...(more & HAS_FADED && { faded: readIds(reader) }),
  }
}
