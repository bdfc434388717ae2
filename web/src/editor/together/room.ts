import type { Box } from '@anawim/lesson'
import type { Awareness } from 'y-protocols/awareness'
import type { Point } from '../canvas/point.ts'
import { createValue, type Value } from '../session/value.ts'
import { type Peer, readPeers } from './peer.ts'
import { throttle } from './throttle.ts'

/** Milliseconds between frames of one's own cursor, and of a gesture. */
const CURSOR_INTERVAL = 50
const GESTURE_INTERVAL = 33

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

export function createRoom(awareness: Awareness): Room {
  const peers = createValue<readonly Peer[]>([])
  let moving: readonly Peer[] = []
  const listeners = new Set<() => void>()
  const update = () => {
    moving = readPeers(awareness)
    if (!isSameCompany(peers.get(), moving)) peers.set(moving)
    for (const listener of listeners) listener()
  }
  const cursor = throttle(CURSOR_INTERVAL, (point: Point | null) => awareness.setLocalStateField('cursor', point))
  const gesture = throttle(GESTURE_INTERVAL, (boxes: ReadonlyMap<string, Box> | null) =>
    awareness.setLocalStateField('gesture', boxes && toGesture(boxes)),
  )
  awareness.on('change', update)
  awareness.setLocalState({ pageId: null, cursor: null, selection: [], gesture: null })
  return {
    awareness,
    peers,
    moving: () => moving,
    subscribeMoving(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    showPage: (pageId) => awareness.setLocalStateField('pageId', pageId),
    showCursor: (point) => cursor.call(point && { x: Math.round(point.x), y: Math.round(point.y) }),
    showSelection: (ids) => awareness.setLocalStateField('selection', ids),
    showGesture: (boxes) => gesture.call(boxes),
    destroy() {
      awareness.off('change', update)
      cursor.stop()
      gesture.stop()
    },
  }
}

function toGesture(boxes: ReadonlyMap<string, Box>): [string, ...number[]][] {
  return [...boxes].map(([id, { x, y, width, height, rotation }]) => [
    id,
    ...[x, y, width, height, rotation].map((value) => Math.round(value * 10)),
  ])
}

function isSameCompany(one: readonly Peer[], other: readonly Peer[]): boolean {
  const key = (peers: readonly Peer[]) =>
    JSON.stringify(peers.map(({ clientId, user, pageId, selection }) => [clientId, user, pageId, selection]))
  return key(one) === key(other)
}
