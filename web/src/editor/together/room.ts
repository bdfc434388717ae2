import { type Box, type Crop, inkSince, type InkPoint, type Motion, toGeometry } from '@anawim/lesson'
import type { Awareness } from 'y-protocols/awareness'
import type { Point, Rect } from '../canvas/point.ts'
import type { Ink } from '../session/ink.ts'
import { createValue, type Value } from '../session/value.ts'
import type { Glide } from '../../moving/gliding.ts'
import { type MotionChannel, motionCode } from './motion-channel.ts'
import { moved, type Peer, readPeers } from './peer.ts'
import { throttle } from '../session/throttle.ts'

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
  /** What a frame would show of a picture that one is cropping, and where it would be; null when it ended. */
  showCrop: (id: string, frame: { box: Box; crop: Crop } | null) => void
  /** The line that one is drawing; null when it ended. */
  showInk: (ink: Ink | null) => void
  /** What one's eraser has gone over; null when it ended. */
  showFaded: (ids: ReadonlySet<string> | null) => void
  /** The browser whose page and view one's own follow, by its client id. */
  following: Value<number | null>
  destroy: () => void
}

export function createRoom(awareness: Awareness, motions: MotionChannel): Room {
  const peers = createValue<readonly Peer[]>([])
  const following = createValue<number | null>(null)
  let here: readonly Peer[] = []
  let told = '[]'
  let moving: readonly Peer[] = []
  const listeners = new Set<() => void>()
  const move = () => {
    moving = here.map((peer) => {
      const motion = glide?.now(peer.clientId)
      return motion ? moved(peer, motion) : peer
    })
    for (const listener of listeners) listener()
  }
  let glide: Glide | null = null
  const meet = () => {
    const others = readPeers(awareness)
    // One's own caret, say, or a word that is told again: nothing to draw.
    if (JSON.stringify(others) === told) return
    told = JSON.stringify(others)
    here = others
    glide?.keep((clientId) => awareness.getStates().has(clientId))
    if (!isSameCompany(peers.get(), here)) peers.set(here)
    move()
  }
  const stop = motions.subscribe((news) => {
    glide ??= motionCode()?.createGlide(move) ?? null
    glide?.take(news)
  })
  let own: Motion = { cursor: null, boxes: new Map() }
  /** What of the line the others have been sent: its points grow in place, or are others altogether. */
  let sent: { points: readonly InkPoint[]; count: number } | null = null
  const sinceSent = ({ ink, ...motion }: Motion): Motion => {
    if (!ink) return motion
    const part = inkSince(ink, sent?.points === ink.points ? sent.count : 0)
    sent = { points: ink.points, count: ink.points.length }
    return { ...motion, ink: part }
  }
  const show = throttle(MOTION_INTERVAL, () => motions.send(sinceSent(briefly(own))))
  const showMotion = (change: Partial<Motion>) => {
    own = { ...own, ...change }
    show.call(undefined)
  }
  /** What a gesture wrote goes first: the others would else see it where it began, for a moment. */
  const endMotion = (change: Partial<Motion>) => queueMicrotask(() => showMotion(change))
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
      if (boxes) showMotion({ boxes: new Map([...boxes].map(([id, box]) => [id, toGeometry(box)])) })
      else if (own.boxes.size > 0) endMotion({ boxes: new Map() })
    },
    showCrop(id, frame) {
      if (frame) showMotion({ boxes: new Map([[id, toGeometry(frame.box)]]), crops: new Map([[id, frame.crop]]) })
      else if (own.crops) endMotion({ boxes: new Map(), crops: undefined })
    },
    showInk(ink) {
      if (ink) showMotion({ ink: { ...ink.style, from: 0, points: ink.points } })
      else if (own.ink) endMotion({ ink: undefined })
    },
    showFaded(faded) {
      if (faded) showMotion({ faded })
      else if (own.faded) endMotion({ faded: undefined })
    },
    following,
    destroy() {
      awareness.off('change', meet)
      stop()
      show.stop()
      glide?.stop()
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
