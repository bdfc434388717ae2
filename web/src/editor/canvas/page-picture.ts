import type { Camera, Size } from './camera.ts'
import { toPage } from './camera.ts'
import { type Bitmap, newBitmap, type Paint, type Paper, patchBitmap, inPagePixels } from './page-bitmap.ts'
import type { Place } from './page-places.ts'
import { joinRects, type Rect, rectsMeet } from './point.ts'

/** Milliseconds of one frame that painting may take. */
const BUDGET = 2
/** Elements that may be painted at once, outside of a slice. */
const AT_ONCE = 250
/** Milliseconds without a change of zoom after which a page that is slow to paint is painted sharp. */
const REST = 140
/** A bitmap is larger than the view by this part of it at each side, while it has no more pixels than that. */
const MARGIN = 0.4
const MOST_PIXELS = 9_000_000

/** Where a picture gets what it paints. */
export interface PictureSource {
  places: () => readonly Place[]
  /** Around everything that could be painted, page pixels. */
  reach: () => Rect
  /** What all of it stands on: highlighters mix their colour with it. */
  paper: Paper
  paint: Paint
  makeCanvas: () => HTMLCanvasElement
  /** Asks to be drawn in the next frame. */
  wantFrame: () => void
  now: () => number
}

interface Job {
  bitmap: Bitmap
  places: readonly Place[]
  next: number
  spent: number
  /** What changed since it began. */
  stale: Rect[]
}

/**
 * The page that stands still, as a bitmap: panning moves it, zooming stretches it, and it is painted sharp again in slices of
 * a few milliseconds, however many elements there are. What changes is patched where it is.
 */
export class PagePicture {
  readonly #source: PictureSource
  /** The newest. */
  #front: Bitmap | null = null
  /** The last that showed all there is: what is seen at the edges until they are painted. */
  #whole: Bitmap | null = null
  #spare: Bitmap | null = null
  #job: Job | null = null
  #dirty: Rect[] = []
  #isOld = true
  /** Elements that the bitmap does not show as they are yet. */
  readonly #late = new Set<string>()
  /** What painting everything cost the last time, ms. */
  #cost = 0
  #zoom = { scale: 0, since: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(source: PictureSource) {
    this.#source = source
  }

  destroy(): void {
    clearTimeout(this.#timer)
  }

  /** This part is painted otherwise from now on. */
  change(id: string, ...rects: (Rect | null)[]): void {
    this.#late.add(id)
    for (const rect of rects) if (rect) this.#dirty.push(rect)
    if (this.#dirty.length > 40) this.#dirty = [this.#dirty.reduce(joinRects)]
    this.#source.wantFrame()
  }

  /** Everything may look otherwise. */
  invalidate(): void {
    this.#isOld = true
    this.#source.wantFrame()
  }

  /** Nothing of what is shown has to do with what is to be shown. */
  clear(): void {
    this.#front = this.#whole = this.#job = null
    this.#dirty = []
    this.#late.clear()
    this.invalidate()
  }

  /** Changed elements that are not in the picture yet: to be drawn above it, unless everything is. */
  late(): ReadonlySet<string> {
    return this.#late
  }

  /** Puts the page on a canvas whose units are screen pixels. */
  draw(ctx: CanvasRenderingContext2D, camera: Camera, view: Size, pixelRatio: number): void {
    const scale = camera.zoom * pixelRatio
    if (scale <= 0 || view.width === 0) return
    const corner = toPage(camera, { x: 0, y: 0 })
    const seen = { ...corner, width: view.width / camera.zoom, height: view.height / camera.zoom }
    this.#patch()
    this.#begin(seen, scale)
    this.#work()
    const front = this.#front
    if (this.#whole && this.#whole !== front && !(front && covers(front, seen, this.#source.reach()))) {
      // Not below the other one: half-transparent colours would be seen twice.
      ctx.save()
      if (front) clipOut(ctx, placeOf(front, camera, pixelRatio), view)
      blit(ctx, this.#whole, camera, pixelRatio)
      ctx.restore()
    }
    if (front) blit(ctx, front, camera, pixelRatio)
  }

  /** Brings what changed into the bitmaps, when that is little; else everything is painted in slices. */
  #patch(): void {
    const rects = this.#dirty
    if (rects.length === 0) {
      if (!this.#isOld) this.#late.clear()
      return
    }
    this.#dirty = []
    const places = this.#source.places()
    const bitmaps = new Set([this.#front, this.#whole].filter((bitmap) => bitmap !== null))
    let count = 0
    for (const { bounds } of places) {
      if (bounds) for (const rect of rects) if (rectsMeet(bounds, rect)) count++
    }
    this.#job?.stale.push(...rects)
    if (count * bitmaps.size > AT_ONCE) {
      this.#isOld = true
      return
    }
    for (const bitmap of bitmaps) for (const rect of rects) patchBitmap(bitmap, rect, places, this.#source)
    if (!this.#isOld) this.#late.clear()
  }

  /** Begins to paint a new bitmap when the present one does not do. */
  #begin(seen: Rect, scale: number): void {
    const { now, places, reach } = this.#source
    if (this.#zoom.scale !== scale) this.#zoom = { scale, since: now() }
    const front = this.#front
    const isSharp = front?.scale === scale
    if (front && !this.#isOld && isSharp && covers(front, seen, reach())) return
    if (this.#job) {
      // One that was begun for this zoom is finished first, or a long pan would never see one.
      if (this.#job.bitmap.scale === scale) return
      this.#spare = this.#job.bitmap
      this.#job = null
    }
    if (front && !isSharp && this.#cost > BUDGET) {
      const rest = REST - (now() - this.#zoom.since)
      if (rest > 0) return this.#wakeAfter(rest)
    }
    const bitmap = newBitmap(regionAround(seen, scale, reach()), scale, this.#source.makeCanvas, this.#spare)
    this.#spare = null
    if (!bitmap) return
    inPagePixels(bitmap)
    this.#source.paper(bitmap.ctx)
    const { region } = bitmap
    const inside = places().filter(({ bounds }) => bounds !== null && rectsMeet(bounds, region))
    this.#job = { bitmap, places: inside, next: 0, spent: 0, stale: [] }
    this.#isOld = false
  }

  /** Paints for as long as a frame allows. */
  #work(): void {
    const job = this.#job
    if (!job) return
    const { now, paint, places, reach, wantFrame } = this.#source
    const start = now()
    inPagePixels(job.bitmap)
    for (; job.next < job.places.length; job.next++) {
      if (job.next % 16 === 15 && now() - start > BUDGET) break
      const place = job.places[job.next]
      if (place?.bounds) paint(job.bitmap.ctx, place)
    }
    job.spent += now() - start
    if (job.next < job.places.length) return wantFrame()
    for (const rect of job.stale) patchBitmap(job.bitmap, rect, places(), this.#source)
    this.#job = null
    this.#cost = job.spent
    this.#spare = this.#front === this.#whole ? null : this.#front
    this.#front = job.bitmap
    if (contains(job.bitmap.region, reach())) this.#whole = job.bitmap
    if (!this.#isOld && this.#dirty.length === 0) this.#late.clear()
    wantFrame()
  }

  #wakeAfter(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#source.wantFrame(), milliseconds + 5)
  }
}

/** Does the bitmap show all that is to be seen there? */
function covers({ region }: Bitmap, seen: Rect, reach: Rect): boolean {
  const wanted = intersection(seen, reach)
  return wanted === null || contains(region, wanted)
}

function contains(outer: Rect, inner: Rect): boolean {
  // A hair: sums of floats.
  const hair = 0.01
  return (
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    inner.x + inner.width <= outer.x + outer.width + hair &&
    inner.y + inner.height <= outer.y + outer.height + hair
  )
}

function intersection(one: Rect, other: Rect): Rect | null {
  const x = Math.max(one.x, other.x)
  const y = Math.max(one.y, other.y)
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

/** What is seen and something around it, as far as there is anything. */
function regionAround(seen: Rect, scale: number, reach: Rect): Rect {
  const pixels = seen.width * seen.height * scale * scale
  const margin = Math.min(MARGIN, Math.max(0.05, (Math.sqrt(MOST_PIXELS / pixels) - 1) / 2))
  const wide = {
    x: seen.x - seen.width * margin,
    y: seen.y - seen.height * margin,
    width: seen.width * (1 + 2 * margin),
    height: seen.height * (1 + 2 * margin),
  }
  return intersection(wide, reach) ?? { x: seen.x, y: seen.y, width: 1 / scale, height: 1 / scale }
}

/** Where a bitmap lies on the screen. At its own scale along whole pixels of the device, or it would blur. */
function placeOf(bitmap: Bitmap, camera: Camera, pixelRatio: number): Rect {
  const stretch = (camera.zoom * pixelRatio) / bitmap.scale
  const snap = (value: number) => (stretch === 1 ? Math.round(value * pixelRatio) / pixelRatio : value)
  return {
    x: snap(camera.x) + (bitmap.left * stretch) / pixelRatio,
    y: snap(camera.y) + (bitmap.top * stretch) / pixelRatio,
    width: (bitmap.canvas.width * stretch) / pixelRatio,
    height: (bitmap.canvas.height * stretch) / pixelRatio,
  }
}

function blit(ctx: CanvasRenderingContext2D, bitmap: Bitmap, camera: Camera, pixelRatio: number): void {
  const { x, y, width, height } = placeOf(bitmap, camera, pixelRatio)
  ctx.drawImage(bitmap.canvas, x, y, width, height)
}

function clipOut(ctx: CanvasRenderingContext2D, hole: Rect, view: Size): void {
  ctx.beginPath()
  ctx.rect(0, 0, view.width, view.height)
  ctx.rect(hole.x, hole.y, hole.width, hole.height)
  ctx.clip('evenodd')
}
