import type { Point } from '@anawim/drawing'

/** Milliseconds that a place stays seen after the laser has gone on. */
const FADE = 900
/** Screen pixels. */
const WIDTH = 7

interface Mark extends Point {
  at: number
}

/** Where a laser has been, page pixels: it glows, and fades away behind it. */
export class LaserTrail {
  readonly #color: string
  #marks: Mark[] = []
  /** Where it points now; null: it is off. */
  #tip: Point | null = null

  constructor(color: string) {
    this.#color = color
  }

  /** Does it look otherwise in the next frame, though nothing moves? */
  get isFading(): boolean {
    return this.#marks.length > 0
  }

  get isSeen(): boolean {
    return this.#tip !== null || this.isFading
  }

  point(to: Point | null, now: number): void {
    const last = this.#marks.at(-1)
    // When it was off, the way to here was never shown.
    if (to && this.#tip === null) this.#marks = []
    if (to && (!this.#tip || last?.x !== to.x || last.y !== to.y)) this.#marks.push({ ...to, at: now })
    this.#tip = to
  }

  /** Draws it, in screen pixels. */
  draw(ctx: CanvasRenderingContext2D, toScreen: (point: Point) => Point, now: number): void {
    this.#marks = this.#marks.filter(({ at }) => now - at < FADE)
    ctx.strokeStyle = ctx.fillStyle = ctx.shadowColor = this.#color
    ctx.lineCap = 'round'
    ctx.shadowBlur = 10
    this.#marks.forEach((mark, index) => {
      const before = this.#marks[index - 1]
      if (!before) return
      const [from, to] = [toScreen(before), toScreen(mark)]
      const freshness = 1 - (now - mark.at) / FADE
      // Thinner and thinner: half-transparent pieces would be seen twice where they meet.
      ctx.lineWidth = WIDTH * freshness
      ctx.beginPath()
      ctx.moveTo(from.x, from.y)
      ctx.lineTo(to.x, to.y)
      ctx.stroke()
    })
    if (!this.#tip) return
    const { x, y } = toScreen(this.#tip)
    ctx.beginPath()
    ctx.arc(x, y, WIDTH - 1, 0, Math.PI * 2)
    ctx.fill()
    ctx.shadowBlur = 0
    ctx.fillStyle = '#fff'
    ctx.beginPath()
    ctx.arc(x, y, 2, 0, Math.PI * 2)
    ctx.fill()
  }
}
