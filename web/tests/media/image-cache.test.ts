import { beforeEach, describe, expect, it } from 'vitest'
import { ImageCache } from '../../src/page-resources/image-cache.ts'

/** Pictures as a browser has them, which arrive when they are told to. */
class Picture {
  static asked: Picture[] = []
  src = ''
  complete = false
  naturalWidth = 0
  onload = () => {}
  onerror = () => {}
  constructor() {
    Picture.asked.push(this)
  }
  arrive() {
    Object.assign(this, { complete: true, naturalWidth: 1 })
    this.onload()
  }
}

const asked = () => Picture.asked.map(({ src }) => src)
const SRC = '/media/a/image.webp'

describe('pictures that pages are drawn with', () => {
  beforeEach(() => {
    Picture.asked = []
    Object.defineProperty(globalThis, 'Image', { value: Picture, configurable: true })
  })

  it('are asked for in the smallest size that is sharp, each once', () => {
    const images = new ImageCache()
    for (const width of [300, 310, 641, 2_000, undefined]) images.get(SRC, width)
    expect(asked()).toEqual([`${SRC}?w=320`, `${SRC}?w=960`, SRC])
  })

  it('stay small until the large one is here, and large ones do for small places', () => {
    const images = new ImageCache()
    const told: string[] = []
    images.subscribe(() => told.push('arrived'))
    images.get(SRC, 300)
    const [small] = Picture.asked
    small?.arrive()
    expect(images.get(SRC, 1_200)).toBe(small)
    const [, large] = Picture.asked
    large?.arrive()
    expect([images.get(SRC, 1_200), images.get(SRC, 100)]).toEqual([large, small])
    expect(images.get('/media/b/image.webp', 100)).toBeNull()
    expect([asked().length, told.length]).toEqual([3, 2])
  })
})
