import { type Camera, panBy, zoomAt } from './camera.ts'
import { distance, type Point } from './point.ts'

/** Fingers on the canvas, by pointer id, and what two of them do together: pan and zoom. */
export function createPinch() {
  const fingers = new Map<number, Point>()
  const pair = () => {
    const [one, other] = [...fingers.values()]
    return one && other
      ? { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, apart: distance(one, other) }
      : null
  }
  return {
    count: () => fingers.size,
    has: (id: number) => fingers.has(id),
    put(id: number, at: Point) {
      fingers.set(id, at)
    },
    clear: () => fingers.clear(),
    drop(id: number) {
      fingers.delete(id)
    },
    /** The camera after this finger moved. */
    move(id: number, at: Point, camera: Camera): Camera {
      const before = pair()
      fingers.set(id, at)
      const after = pair()
      if (!before || !after) return camera
      const panned = panBy(camera, { x: after.middle.x - before.middle.x, y: after.middle.y - before.middle.y })
      return before.apart > 0 ? zoomAt(panned, (panned.zoom * after.apart) / before.apart, after.middle) : panned
    },
  }
}
