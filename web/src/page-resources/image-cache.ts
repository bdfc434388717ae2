/**
 * What pages are drawn with and has to be fetched: pictures here, fonts beside it. Shared by the editor and the readers'
 * page; it knows neither.
 */
import type { ImageSource } from '@anawim/drawing'

/** Milliseconds before a picture that did not come is asked for again; doubled each time, up to the longest. */
const RETRY_FIRST = 1_000
const RETRY_LONGEST = 60_000

/** Pictures by address, fetched once a page; who draws one that is still on its way is told when to draw again. */
export class ImageCache implements ImageSource {
  readonly #images = new Map<string, HTMLImageElement>()
  readonly #failures = new Map<string, number>()
  readonly #listeners = new Set<() => void>()

  get(src: string): HTMLImageElement | null {
    const known = this.#images.get(src)
    if (known) return known.complete && known.naturalWidth > 0 ? known : null
    const image = new Image()
    image.onload = () => {
      this.#failures.delete(src)
      this.announce()
    }
    image.onerror = () => this.#askAgainLater(src)
    image.src = src
    this.#images.set(src, image)
    return null
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
  #askAgainLater(src: string): void {
    const failures = this.#failures.get(src) ?? 0
    this.#failures.set(src, failures + 1)
    setTimeout(
      () => {
        this.#images.delete(src)
        this.announce()
      },
      Math.min(RETRY_LONGEST, RETRY_FIRST * 2 ** failures),
    )
  }
}
