/** Gestures in progress on a reader's page: they glide from one message to the next, and are drawn without React. */
import { drawPage, type DrawingContext, type ImageSource } from '@anawim/drawing'
import { decodeMotion, type LessonMotion, type LessonPage, type Motion } from '@anawim/lesson'
import { createGlide } from '../moving/gliding.ts'
import { LaserTrail } from '../moving/laser-trail.ts'
import type { PagePainter } from '../page-resources/keep-drawn.ts'
import type { ViewerSocket } from './live-lesson.ts'
import { MovingPage, type PageGestures } from './moving-page.ts'

/** They come ten times a second. */
const PACE = 90
/** Milliseconds in which what was let go glides to where it was put. */
const SETTLING = 250
/** Milliseconds after which one of which nothing is heard is taken for over. */
const FORGOTTEN = 60_000
const LASER = '#e03131'

interface Gesture {
  pageId: string | null
  motion: Motion
  timer: ReturnType<typeof setTimeout>
}

export class LiveGestures {
  readonly #lessonId: number
  readonly #painter: PagePainter
  readonly #glide = createGlide(() => this.#redraw(), PACE)
  readonly #gestures = new Map<number, Gesture>()
  readonly #lasers = new Map<number, { pageId: string; trail: LaserTrail }>()
  /** Pages as they were last drawn. */
  readonly #pages = new Map<string, MovingPage>()

  constructor(socket: ViewerSocket, lessonId: number, painter: PagePainter) {
    this.#lessonId = lessonId
    this.#painter = painter
    painter.draw = (ctx, page, images) => this.#draw(ctx, page, images)
    const dropAll = () => this.#drop([...this.#gestures.keys()])
    socket.on('disconnect', dropAll)
    // Who watches anew is told of everything that is in progress then.
    socket.onAnyOutgoing((event: string) => {
      if (event === 'lesson:watch') dropAll()
    })
  }

  take({ lessonId, moves, ended }: LessonMotion): void {
    if (lessonId !== this.#lessonId) return
    for (const [by, pageId, text] of moves) {
      const motion = decodeMotion(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
      if (motion) this.#show(by, pageId, motion, FORGOTTEN)
    }
    for (const by of ended) {
      const known = this.#gestures.get(by)
      // The document has it now: of a line that is not quite opaque one would see two.
      if (known)
        this.#show(by, known.pageId, { ...nothing, boxes: known.motion.boxes, crops: known.motion.crops }, SETTLING)
    }
  }

  #show(by: number, pageId: string | null, motion: Motion, most: number): void {
    clearTimeout(this.#gestures.get(by)?.timer)
    this.#gestures.set(by, { pageId, motion, timer: setTimeout(() => this.#drop([by]), most) })
    this.#glide.take(new Map([[by, motion]]))
  }

  #drop(gone: readonly number[]): void {
    for (const by of gone) {
      clearTimeout(this.#gestures.get(by)?.timer)
      this.#gestures.delete(by)
    }
    this.#glide.keep((by) => this.#gestures.has(by))
    this.#redraw()
  }

  #redraw(): void {
    this.#followLasers()
    for (const [pageId, redraw] of this.#painter.redraw) {
      const page = this.#pages.get(pageId)
      if (!page || page.isMoving || page.isTouched(this.#on(pageId))) redraw()
    }
  }

  #on(pageId: string): PageGestures {
    const motions = [...this.#gestures].flatMap(([by, gesture]) => {
      const motion = this.#glide.now(by)
      return motion ? [{ motion, isHere: gesture.pageId === pageId }] : []
    })
    const lasers = [...this.#lasers.values()].flatMap((laser) => (laser.pageId === pageId ? [laser.trail] : []))
    return { motions, lasers }
  }

  #followLasers(): void {
    for (const [by, { pageId }] of this.#gestures) {
      const { cursor, isLaser } = this.#glide.now(by) ?? nothing
      if (!isLaser || !cursor || pageId === null) continue
      const laser = this.#lasers.get(by)
      const trail = laser?.pageId === pageId ? laser.trail : new LaserTrail(LASER)
      this.#lasers.set(by, { pageId, trail })
      trail.point(cursor, performance.now())
    }
    for (const [by, { pageId, trail }] of this.#lasers) {
      const isOn = this.#glide.now(by)?.isLaser && this.#gestures.get(by)?.pageId === pageId
      if (!isOn) trail.point(null, performance.now())
      if (!trail.isSeen) this.#lasers.delete(by)
    }
  }

  #draw(ctx: DrawingContext, page: LessonPage, images: ImageSource): void {
    const moving = this.#pages.get(page.id) ?? new MovingPage()
    this.#pages.set(page.id, moving)
    const gestures = this.#on(page.id)
    const isDrawn = ctx instanceof CanvasRenderingContext2D && moving.draw(ctx, page, images, gestures)
    if (!isDrawn) drawPage(ctx, page, images)
    // A laser fades while nothing moves.
    if (gestures.lasers.some(({ isFading }) => isFading)) this.#painter.redraw.get(page.id)?.()
    else if (gestures.lasers.some(({ isSeen }) => !isSeen)) this.#redraw()
  }
}

const nothing: Motion = { cursor: null, boxes: new Map() }
