import type { ImageSource } from '@anawim/drawing'

/** Pictures by address, fetched once a page; who draws one that is still on its way is told when to draw again. */
export class ImageCache implements ImageSource {
  readonly #images = new Map<string, HTMLImageElement>()
  readonly #listeners = new Set<() => void>()

  get(src: string): HTMLImageElement | null {
    const known = this.#images.get(src)
    if (known) return known.complete && known.naturalWidth > 0 ? known : null
    const image = new Image()
    image.onload = () => this.announce()
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
}
