/**
 * What pages are drawn with and has to be fetched: pictures here, fonts beside it. Shared by the editor and the readers'
 * page; it knows neither.
 */
import type { ImageSource } from '@anawim/drawing'

/** Milliseconds before a picture that did not come is asked for again; doubled each time, up to the longest. */
const RETRY_FIRST = 1_000
const RETRY_LONGEST = 60_000

/** Widths in which the server keeps pictures, pixels; what is to be wider is fetched as it is. */
const SIZES = [320, 640, 960, 1280, 1920, Infinity]

/** Pictures by address, each in the smallest size that is sharp; who draws one that is still on its way is told when to draw again. */
export class ImageCache implements ImageSource {
  readonly #images = new Map<string, HTMLImageElement>()
  readonly #failures = new Map<string, number>()
  readonly #listeners = new Set<() => void>()

  /** `width`: the pixels that it will be wide. Until one so large is here, the largest of the smaller ones is given. */
  get(src: string, width = Infinity): HTMLImageElement | null {
    const wanted = SIZES.findIndex((size) => size >= width)
    for (let at = wanted; at < SIZES.length; at++) {
      const known = this.#here(src, at)
      if (known) return known
    }
    this.#fetch(addressOf(src, wanted))
    for (let at = wanted - 1; at >= 0; at--) {
      const known = this.#here(src, at)
      if (known) return known
    }
    return null
  }

  #here(src: string, at: number): HTMLImageElement | null {
    const known = this.#images.get(addressOf(src, at))
    return known?.complete && known.naturalWidth > 0 ? known : null
  }

  #fetch(address: string): void {
    if (this.#images.has(address)) return
    const image = new Image()
    image.onload = () => {
      this.#failures.delete(address)
      this.announce()
    }
    image.onerror = () => this.#askAgainLater(address)
    image.src = address
    this.#images.set(address, image)
  }

  /** Something that pages are drawn with has arrived: a picture, or a font. */
  announce(): void {
    for (const listener of this.#listeners) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Forgets the picture after a while: who still shows it then draws, and so asks for it again. */
  #askAgainLater(address: string): void {
    const failures = this.#failures.get(address) ?? 0
    this.#failures.set(address, failures + 1)
    setTimeout(
      () => {
        this.#images.delete(address)
        this.announce()
      },
      Math.min(RETRY_LONGEST, RETRY_FIRST * 2 ** failures),
    )
  }
}

const addressOf = (src: string, at: number) => (at < SIZES.length - 1 ? `${src}?w=${SIZES[at]}` : src)
