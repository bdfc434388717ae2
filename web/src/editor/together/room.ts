import { type Box, type Motion, toGeometry } from '@anawim/lesson'
import type { Awareness } from 'y-protocols/awareness'
import type { Point } from '../canvas/point.ts'
import { createValue, type Value } from '../session/value.ts'
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
  showSelection: (ids: readonly string[]) => void
  /** Boxes of a drag in progress; null when it ended. */
  showGesture: (boxes: ReadonlyMap<string, Box> | null) => void
  destroy: () => void
}

export function createRoom(awareness: Awareness, motions: MotionChannel): Room {
  const peers = createValue<readonly Peer[]>([])
  const seen = new Map<number, Motion>()
  let here: readonly Peer[] = []
  let moving: readonly Peer[] = []
  const listeners = new Set<() => void>()
  const move = () => {
    moving = here.map((peer) => {
      const motion = seen.get(peer.clientId)
      return motion ? moved(peer, motion) : peer
    })
    for (const listener of listeners) listener()
  }
  const meet = () => {
    here = readPeers(awareness)
    for (const clientId of seen.keys()) if (!awareness.getStates().has(clientId)) seen.delete(clientId)
    if (!isSameCompany(peers.get(), here)) peers.set(here)
    move()
  }
  const stop = motions.subscribe((news) => {
    for (const [clientId, motion] of news) seen.set(clientId, motion)
    move()
  })
  let own: Motion = { cursor: null, boxes: new Map() }
  const show = throttle(MOTION_INTERVAL, () => motions.send(own))
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
    showSelection: (ids) => awareness.setLocalStateField('selection', ids),
    showGesture(boxes) {
      if (!boxes && own.boxes.size === 0) return
      showMotion({ boxes: new Map([...(boxes ?? [])].map(([id, box]) => [id, toGeometry(box)])) })
    },
    destroy() {
      awareness.off('change', meet)
      stop()
      show.stop()
    },
  }
}

function isSameCompany(one: readonly Peer[], other: readonly Peer[]): boolean {
  const key = (peers: readonly Peer[]) =>
    JSON.stringify(peers.map(({ clientId, user, pageId, selection }) => [clientId, user, pageId, selection]))
  return key(one) === key(other)
}
