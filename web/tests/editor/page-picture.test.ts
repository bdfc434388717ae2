import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { Place } from '../../src/editor/canvas/page-places.ts'
import { PagePicture } from '../../src/editor/canvas/page-picture.ts'
import { shape } from './a-lesson.ts'

const view = { width: 160, height: 120 }
const reach = { x: 0, y: 0, width: 400, height: 300 }
const colors = ['#d33a2c80', '#2c7ad3', '#1f9d55c0', '#ffd43b']

/** So many coloured boxes, and a picture of them that is painted `slice` at a time. */
function aPicture(count: number, slice = Number.POSITIVE_INFINITY) {
  let seed = 7
  const random = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % limit
  }
  const place = (id: string): Place => {
    const element = shape(id, random(360), random(260), 10 + random(60), 10 + random(60))
    const { x, y, width, height } = element
    return { id, element, shown: element, home: { x, y, width, height }, bounds: { x, y, width, height } }
  }
  const places = Array.from({ length: count }, (_, index) => place(`e${index}`))
  let wanted = true
  let painted = 0
  let frames = 0
  const paint = (ctx: CanvasRenderingContext2D, { id, bounds }: Place) => {
    painted += 1
    if (!bounds) return
    ctx.fillStyle = colors[Number(id.slice(1)) % colors.length] ?? '#000'
    ctx.fillRect(bounds.x, bounds.y, bounds.width, bounds.height)
  }
  const picture = new PagePicture({
    places: () => places,
    reach: () => reach,
    paper: () => {},
    paint,
    makeCanvas: () => createCanvas(1, 1) as unknown as HTMLCanvasElement,
    wantFrame: () => {
      wanted = true
    },
    // A clock that goes with what is painted.
    now: () => frames * 16 + (painted / slice) * 2,
  })
  const screen = createCanvas(view.width, view.height)
  const frame = (camera = { x: 0, y: 0, zoom: 1 }) => {
    wanted = false
    frames += 1
    const ctx = screen.getContext('2d')
    ctx.clearRect(0, 0, view.width, view.height)
    picture.draw(ctx as unknown as CanvasRenderingContext2D, camera, view, 1)
  }
  return {
    places,
    picture,
    random,
    place,
    frame,
    wanted: () => wanted,
    painted: () => painted,
    pixels: () => screen.getContext('2d').getImageData(0, 0, view.width, view.height).data,
    /** What one sees when everything is drawn anew. */
    truth(camera = { x: 0, y: 0, zoom: 1 }) {
      const canvas = createCanvas(view.width, view.height)
      const ctx = canvas.getContext('2d')
      ctx.setTransform(camera.zoom, 0, 0, camera.zoom, camera.x, camera.y)
      const before = painted
      for (const one of places) paint(ctx as unknown as CanvasRenderingContext2D, one)
      painted = before
      return ctx.getImageData(0, 0, view.width, view.height).data
    },
  }
}

test('after any changes the picture is what painting everything would give', () => {
  const page = aPicture(60)
  page.frame()
  for (let round = 0; round < 80; round++) {
    for (let change = 0; change <= page.random(4); change++) {
      const index = page.random(page.places.length)
      const before = page.places[index]
      const after = page.place(before?.id ?? '')
      page.places[index] = after
      page.picture.change(after.id, before?.bounds ?? null, after.bounds)
    }
    page.frame()
    expect(Buffer.compare(Buffer.from(page.pixels()), Buffer.from(page.truth()))).toBe(0)
  }
})

test('a pan paints nothing while what is seen is in the picture, and shows it where it is', () => {
  const page = aPicture(60)
  page.frame()
  const before = page.painted()
  page.frame({ x: -20, y: -10, zoom: 1 })
  expect(page.painted()).toBe(before)
  expect(Buffer.compare(Buffer.from(page.pixels()), Buffer.from(page.truth({ x: -20, y: -10, zoom: 1 })))).toBe(0)
})

test('many elements are painted in slices, and what changes meanwhile is not lost', () => {
  const page = aPicture(400, 40)
  let frames = 0
  while (page.wanted() && frames < 100) {
    const painted = page.painted()
    page.frame()
    frames += 1
    expect(page.painted() - painted).toBeLessThan(120)
    if (frames !== 3) continue
    const before = page.places[0]
    page.places[0] = page.place('e0')
    page.picture.change('e0', before?.bounds ?? null, page.places[0].bounds)
  }
  expect(frames).toBeGreaterThan(3)
  expect(Buffer.compare(Buffer.from(page.pixels()), Buffer.from(page.truth()))).toBe(0)
})

test('where the picture does not reach yet, the last whole one is seen', () => {
  const page = aPicture(400, 40)
  const far = { x: 0, y: 0, zoom: 0.4 }
  for (let frame = 0; frame < 40; frame++) page.frame(far)
  const near = { x: -500, y: -400, zoom: 3 }
  page.frame(near)
  expect(page.pixels().some((value) => value > 0)).toBe(true)
  for (let frame = 0; frame < 60; frame++) page.frame(near)
  expect(Buffer.compare(Buffer.from(page.pixels()), Buffer.from(page.truth(near)))).toBe(0)
})
