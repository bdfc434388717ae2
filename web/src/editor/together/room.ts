import { type Box, type Motion, toGeometry } from '@anawim/lesson'
import type { Awareness } from 'y-protocols/awareness'
import type { Point, Rect } from '../canvas/point.ts'
import { createValue, type Value } from '../session/value.ts'
import { createGlide } from './gliding.ts'
import type { MotionChannel } from './motion-channel.ts'
import { moved, type Peer, readPeers } from './peer.ts'
import { throttle } from './throttle.ts'

/** Milliseconds between two frames of what one moves. */
const MOTION_INTERVAL = 33

/** The people in a lesson, as this browser sees them and is seen. */
export interface Room {
  awareness: Awareness
  /** The others. The same array until someone comes, goes, turns the page or selects. */
  peers: Pick<Value<readonly Peer[]>, 'get' | 'subscribe'>
  /** The others with cursors and gestures as they are now: to be read outside React. */
  moving: () => readonly Peer[]
  subscribeMoving: (listener: () => void) => () => void
  showPage: (pageId: string) => void
  showCursor: (point: Point | null) => void
  /** Is one's pointer that of a laser? */
  showLaser: (isLaser: boolean) => void
  /** What one sees of the page, for those who follow. Not while one follows somebody: two would chase each other. */
  showView: (view: Rect) => void
  showSelection: (ids: readonly string[]) => void
  /** Boxes of a drag in progress; null when it ended. */
  showGesture: (boxes: ReadonlyMap<string, Box> | null) => void
  /** The browser whose page and view one's own follow, by its client id. */
  following: Value<number | null>
  destroy: () => void
}

export function createRoom(awareness: Awareness, motions: MotionChannel): Room {
  const peers = createValue<readonly Peer[]>([])
  const following = createValue<number | null>(null)
  let here: readonly Peer[] = []
  let moving: readonly Peer[] = []
  const listeners = new Set<() => void>()
  const move = () => {
    moving = here.map((peer) => {
      const motion = glide.now(peer.clientId)
      return motion ? moved(peer, motion) : peer
    })
    for (const listener of listeners) listener()
  }
  const glide = createGlide(() => move())
  const meet = () => {
    here = readPeers(awareness)
    glide.keep((clientId) => awareness.getStates().has(clientId))
    if (!isSameCompany(peers.get(), here)) peers.set(here)
    move()
  }
  const stop = motions.subscribe(glide.take)
  let own: Motion = { cursor: null, boxes: new Map() }
  const show = throttle(MOTION_INTERVAL, () => motions.send(briefly(own)))
  const showMotion = (change: Partial<Motion>) => {
    own = { ...own, ...change }
    show.call(undefined)
  }
  awareness.on('change', meet)
  awareness.setLocalState({ pageId: null, cursor: null, selection: [] })
  return {
    awareness,
    peers,
    moving: () => moving,
    subscribeMoving(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    showPage: (pageId) => awareness.setLocalStateField('pageId', pageId),
    showCursor: (point) => showMotion({ cursor: point && { x: Math.round(point.x), y: Math.round(point.y) } }),
    showLaser(isLaser) {
      if (isLaser !== (own.isLaser ?? false)) showMotion({ isLaser: isLaser || undefined })
    },
    showView(view) {
      if (following.get() === null) showMotion({ view: wholePixels(view) })
    },
    showSelection: (ids) => awareness.setLocalStateField('selection', ids),
    showGesture(boxes) {
      if (!boxes && own.boxes.size === 0) return
      showMotion({ boxes: new Map([...(boxes ?? [])].map(([id, box]) => [id, toGeometry(box)])) })
    },
    following,
    destroy() {
      awareness.off('change', meet)
      stop()
      show.stop()
      glide.stop()
    },
  }
}

/** A drag is sent thirty times a second, and what one sees does not change by it. */
function briefly(motion: Motion): Motion {
  return motion.boxes.size > 0 ? { ...motion, view: undefined } : motion
}

function wholePixels({ x, y, width, height }: Rect): Rect {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}

function isSameCompany(one: readonly Peer[], other: readonly Peer[]): boolean {
  const key = (peers: readonly Peer[]) =>
    JSON.stringify(peers.map(({ clientId, user, pageId, selection }) => [clientId, user, pageId, selection]))
  return key(one) === key(other)
}
