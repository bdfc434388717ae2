/**
 * Others' pointers and gestures come thirty times a second at best, and unevenly: between two frames of the network they glide,
 * so that what is seen moves in every frame of the screen. Nobody lags more than a blink behind.
 */
import { type Crop, type Geometry, type InkPart, joinInk, type Motion } from '@anawim/lesson'

/** Milliseconds after which two thirds of the way are gone. */
const PACE = 45
/** Milliseconds of one frame of the screen: the first step is not waited for. */
const FRAME = 16
/** Page pixels, and tenths of them in boxes, below which it has arrived. */
const NEAR = 0.5

export interface Glide {
  /** New motions, by client id. */
  take: (news: ReadonlyMap<number, Motion>) => void
  /** Where that one is shown now. */
  now: (clientId: number) => Motion | undefined
  /** Forgets those who are gone. */
  keep: (isHere: (clientId: number) => boolean) => void
  stop: () => void
}

/** `onMove` is called whenever something is shown elsewhere. `pace`: milliseconds after which two thirds of the way are gone. */
export function createGlide(onMove: () => void, pace = PACE): Glide {
  const goals = new Map<number, Motion>()
  const shown = new Map<number, Motion>()
  let frame: number | null = null
  let last = 0
  const step = (time: number) => {
    const elapsed = last === 0 ? FRAME : Math.max(1, time - last)
    last = time
    let isMoving = false
    for (const [clientId, goal] of goals) {
      const next = nearer(shown.get(clientId), goal, elapsed, pace)
      shown.set(clientId, next)
      if (next !== goal) isMoving = true
    }
    frame = isMoving ? requestAnimationFrame(step) : null
    if (!isMoving) last = 0
    onMove()
  }
  return {
    take(news) {
      for (const [clientId, motion] of news) {
        const { view, ink } = goals.get(clientId) ?? {}
        goals.set(clientId, { ...motion, view: motion.view ?? view, ink: motion.ink && joinInk(ink, motion.ink) })
      }
      frame ??= requestAnimationFrame(step)
    },
    now: (clientId) => shown.get(clientId),
    keep(isHere) {
      for (const clientId of goals.keys()) {
        if (isHere(clientId)) continue
        goals.delete(clientId)
        shown.delete(clientId)
      }
    },
    stop() {
      if (frame !== null) cancelAnimationFrame(frame)
    },
  }
}

/** One step of the way; the goal itself when it is reached, or when there is nothing to glide from. */
export function nearer(from: Motion | undefined, goal: Motion, elapsed: number, pace = PACE): Motion {
  if (!from) return goal
  const share = 1 - Math.exp(-elapsed / pace)
  let hasArrived = true
  const between = (start: number, end: number) => {
    if (Math.abs(end - start) < NEAR) return end
    hasArrived = false
    return start + (end - start) * share
  }
  const cursor =
    from.cursor && goal.cursor
      ? { x: between(from.cursor.x, goal.cursor.x), y: between(from.cursor.y, goal.cursor.y) }
      : goal.cursor
  const boxes = new Map<string, Geometry>()
  for (const [id, [x, y, width, height, rotation]] of goal.boxes) {
    const start = from.boxes.get(id)
    if (!start) {
      boxes.set(id, [x, y, width, height, rotation])
      continue
    }
    const turned = between(rotation - shortTurn(start[4], rotation), rotation)
    boxes.set(id, [
      between(start[0], x),
      between(start[1], y),
      between(start[2], width),
      between(start[3], height),
      turned,
    ])
  }
  const crops = new Map<string, Crop>()
  for (const [id, crop] of goal.crops ?? []) {
    const start = from.crops?.get(id)
    crops.set(id, start ? betweenCrops(start, crop, share) : crop)
  }
  const ink = goal.ink && longer(from.ink, goal.ink, share)
  if (ink && ink !== goal.ink) hasArrived = false
  const { view: was } = from
  const view =
    was && goal.view
      ? {
          x: between(was.x, goal.view.x),
          y: between(was.y, goal.view.y),
          width: between(was.width, goal.view.width),
          height: between(was.height, goal.view.height),
        }
      : goal.view
  return hasArrived ? goal : { ...goal, cursor, boxes, view, ink, crops: goal.crops && crops }
}

/** The line as far as it is shown: it grows on, point by point, and is never long behind. */
function longer(from: InkPart | undefined, goal: InkPart, share: number): InkPart {
  const { length } = goal.points
  const known = from && from.points[0] === goal.points[0] ? Math.min(from.points.length, length) : 0
  const shown = Math.min(length, known + Math.max(1, Math.ceil((length - known) * share)))
  return shown === length ? goal : { ...goal, points: goal.points.slice(0, shown) }
}

/** The frame of a picture glides; what it shows must go along, or the picture would tremble in it. */
function betweenCrops(start: Crop, end: Crop, share: number): Crop {
  const between = (from: number, to: number) => from + (to - from) * share
  return {
    x: between(start.x, end.x),
    y: between(start.y, end.y),
    width: between(start.width, end.width),
    height: between(start.height, end.height),
  }
}

/** From one rotation to another, the short way round: tenths of degrees, -1800 to 1800. */
function shortTurn(from: number, to: number): number {
  return ((((to - from + 1800) % 3600) + 3600) % 3600) - 1800
}
