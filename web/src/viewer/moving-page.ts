import {
  createMeasure,
  drawInk,
  drawPaper,
  drawPlaced,
  frameOf,
  type Measure,
  type ImageSource,
  placeElement,
  watchLooks,
} from '@anawim/drawing'
import {
  type Box,
  fromGeometry,
  type LessonElement,
  type LessonPage,
  type LineElement,
  type Motion,
} from '@anawim/lesson'
import type { LaserTrail } from '../moving/laser-trail.ts'
import type { ImageCache } from '../page-resources/image-cache.ts'

/** What an eraser has gone over is nearly gone. */
const FADED = 0.2
/** A laser is as large as on a page so many pixels wide: it must be seen on a phone. */
const LASER_PAGE = 640

export interface PageGestures {
  /** `isHere`: its line is on this page. */
  motions: readonly { motion: Motion; isHere: boolean }[]
  lasers: readonly LaserTrail[]
}

/** A page on which something moves: what stands still is painted once, below and above what moves. */
export class MovingPage {
  /** Was anything of it moving when it was last drawn? */
  isMoving = false
  #ids: ReadonlySet<string> = new Set()
  #page: LessonPage | null = null
  #still: { key: string; under: HTMLCanvasElement; over: HTMLCanvasElement | null } | null = null
  #stops: (() => void)[] = []

  /** Is anything of these on the page, as it was last drawn? */
  isTouched({ motions, lasers }: PageGestures): boolean {
    return lasers.length > 0 || motions.some(({ motion, isHere }) => (isHere && motion.ink) || this.#has(motion))
  }

  /** Draws it as `drawPage` does, with what moves; false, and nothing is drawn, when nothing does. */
  draw(ctx: CanvasRenderingContext2D, page: LessonPage, images: ImageSource, gestures: PageGestures): boolean {
    if (page !== this.#page) {
      this.#page = page
      this.#ids = new Set(page.elements.map(({ id }) => id))
      this.#still = null
    }
    this.isMoving = this.isTouched(gestures)
    if (!this.isMoving) {
      this.#forget()
      return false
    }
    if (this.#stops.length === 0) this.#watch(images)
    const measure = createMeasure(ctx)
    const motions = gestures.motions.map(({ motion }) => motion)
    const moved = movedElements(page, motions, measure)
    const faded = new Set(motions.flatMap((motion) => [...(motion.faded ?? [])]))
    const byId = new Map(page.elements.map((element) => [element.id, moved.get(element.id) ?? element]))
    const shown = page.elements.filter(({ hidden }) => !hidden)
    const isMoving = ({ id, ...element }: LessonElement) =>
      moved.has(id) || faded.has(id) || (element.kind === 'line' && hangsOn(element, moved))
    const paint = (target: CanvasRenderingContext2D, elements: readonly LessonElement[]) => {
      for (const { id } of elements) {
        const element = byId.get(id)
        if (!element) continue
        target.save()
        if (faded.has(id)) target.globalAlpha = FADED
        drawPlaced(
          target,
          placeElement(element, (other) => byId.get(other), measure),
          images,
        )
        target.restore()
      }
    }
    const first = shown.findIndex(isMoving)
    const low = first === -1 ? shown.length : first
    const high = shown.findLastIndex(isMoving) + 1
    const above = shown.slice(Math.max(low, high))
    const key = [ctx.canvas.width, ctx.canvas.height, low, high].join()
    if (this.#still?.key !== key) {
      const under = layer(ctx, (target) => {
        drawPaper(target, page, images)
        paint(target, shown.slice(0, low))
      })
      // A highlighter mixes its colour with what is below it.
      const isMixed = above.some((element) => element.kind === 'drawing' && element.brush === 'highlighter')
      const over = above.length === 0 || isMixed ? null : layer(ctx, (target) => paint(target, above))
      this.#still = { key, under, over }
    }
    const { under, over } = this.#still
    blit(ctx, under)
    paint(ctx, shown.slice(low, Math.max(low, high)))
    if (over) blit(ctx, over)
    else paint(ctx, above)
    for (const { motion, isHere } of gestures.motions)
      if (isHere && motion.ink) drawInk(ctx, motion.ink.points, motion.ink)
    const unit = page.width / LASER_PAGE
    for (const trail of gestures.lasers) {
      ctx.save()
      ctx.scale(unit, unit)
      trail.draw(ctx, ({ x, y }) => ({ x: x / unit, y: y / unit }), performance.now())
      ctx.restore()
    }
    return true
  }

  #has({ boxes, faded }: Motion): boolean {
    return [...boxes.keys(), ...(faded ?? [])].some((id) => this.#ids.has(id))
  }

  /** What stands still is painted again when a picture, a font or looks have come. */
  #watch(images: ImageSource & Partial<Pick<ImageCache, 'subscribe'>>): void {
    const repaint = () => (this.#still = null)
    this.#stops = [watchLooks(repaint), images.subscribe?.(repaint) ?? (() => {})]
  }

  #forget(): void {
    this.#still = null
    for (const stop of this.#stops) stop()
    this.#stops = []
  }
}

/** The elements of the page that hands have, where they have them. */
function movedElements(page: LessonPage, motions: readonly Motion[], measure: Measure): Map<string, LessonElement> {
  const moved = new Map<string, LessonElement>()
  for (const element of page.elements) {
    for (const { boxes, crops } of motions) {
      const geometry = boxes.get(element.id)
      if (!geometry) continue
      const box = fromGeometry(geometry)
      if (element.kind === 'line') {
        moved.set(element.id, pulledLine(page, element, box, boxes, measure))
        continue
      }
      // The height of a text box is the least that it has: it is another only when a hand has changed it.
      const keepsHeight = Math.abs(box.height - frameOf(element, measure).height) < 0.2
      const placed = { ...element, ...box, height: keepsHeight ? element.height : box.height }
      const crop = crops?.get(element.id)
      moved.set(element.id, placed.kind === 'image' && crop ? { ...placed, crop } : placed)
    }
  }
  return moved
}

/** Pulled away by a hand, a line lets go of what does not come along. */
function pulledLine(
  page: LessonPage,
  line: LineElement,
  box: Box,
  boxes: Motion['boxes'],
  measure: Measure,
): LessonElement {
  const placed = placeElement(line, (id) => page.elements.find((element) => element.id === id), measure)
  const kept = (end: LineElement['start']) => (end && boxes.has(end.elementId) ? end : null)
  const { x, y, width, height, rotation } = box
  return { ...placed, x, y, width, height, rotation, start: kept(line.start), end: kept(line.end) } as LineElement
}

function hangsOn(
  { start, end }: { start?: { elementId: string } | null; end?: { elementId: string } | null },
  moved: ReadonlyMap<string, LessonElement>,
): boolean {
  return [start, end].some((held) => held && moved.has(held.elementId))
}

/** A canvas as large as that of the page, in the same units. */
function layer(ctx: CanvasRenderingContext2D, paint: (ctx: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = ctx.canvas.width
  canvas.height = ctx.canvas.height
  const target = canvas.getContext('2d')
  target?.setTransform(ctx.getTransform())
  if (target) paint(target)
  return canvas
}

function blit(ctx: CanvasRenderingContext2D, canvas: HTMLCanvasElement): void {
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.drawImage(canvas, 0, 0)
  ctx.restore()
}
