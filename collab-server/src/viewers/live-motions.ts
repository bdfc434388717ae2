/**
 * Gestures in progress, for those who watch: what is dragged, resized, cropped, drawn or erased now, and where a laser points. At most
 * ten times a second, made once for all watchers of a lesson, and nothing while nobody moves anything but their pointer.
 */
import { encodeMotion, inkSince, type LessonMotion, type Motion } from '@anawim/lesson'
import { isReadableElement, isReadablePage } from '@anawim/lesson/doc'
import type { Doc } from 'yjs'
import type { CollabConfig } from '../config.ts'
import type { EditorMotion, Rooms } from '../rooms/rooms.ts'
import type { LiveLessons } from './live-lessons.ts'
import { Prepared } from './prepared.ts'
import { Spread } from './spread.ts'
import { lessonRoom, type ViewerServer, type ViewerSocket } from './viewer-socket.ts'

/** Elements in one gesture, above which its watchers see only what it wrote. */
const MOST_MOVING = 500
/** Bytes a second to all watchers of one lesson together, about. */
const BYTES_PER_SECOND = 8_000_000
/** Milliseconds between two messages at most, however many watch. */
const SLOWEST = 500
/** Milliseconds for which the end of a gesture waits for the patch with what it wrote. */
const LONGEST_END = 3_000

/** One gesture, from its beginning to its end. */
interface Gesture {
  by: number
  pageId: string | null
  motion: Motion
  /** Points of its line before this one have been sent. */
  inkFrom: number
  isChanged: boolean
}

interface Moving {
  /** By client id. */
  gestures: Map<number, Gesture>
  /** Over for those who made them, and still shown. */
  ending: Set<Gesture>
  /** Numbers of those that are over and have not been told so. */
  ended: number[]
  timer: NodeJS.Timeout | null
  /** A message is on its way to them. */
  isSending: boolean
}

export class LiveMotions {
  #io: ViewerServer
  #rooms: Pick<Rooms, 'get'>
  #lessons: LiveLessons
  #config: CollabConfig
  #spread: Spread
  #moving = new Map<number, Moving>()
  #count = 0

  constructor(io: ViewerServer, rooms: Pick<Rooms, 'get'>, lessons: LiveLessons, config: CollabConfig) {
    this.#io = io
    this.#rooms = rooms
    this.#lessons = lessons
    this.#config = config
    this.#spread = new Spread(io, config)
  }

  take({ lessonId, clientId, motion, inkFrom, pageId }: EditorMotion): void {
    const shown = motion && isGesture(motion) ? motion : null
    const moving = this.#moving.get(lessonId)
    const known = moving?.gestures.get(clientId)
    if (!shown) {
      if (moving && known) this.#end(lessonId, moving, clientId, known)
      return
    }
    const { gestures } = moving ?? this.#begin(lessonId)
    const from = Math.min(inkFrom, known?.inkFrom ?? 0, shown.ink?.points.length ?? 0)
    gestures.set(clientId, { by: known?.by ?? ++this.#count, pageId, motion: shown, inkFrom: from, isChanged: true })
    this.#arm(lessonId)
  }

  /** It watches from now on: what is in progress is shown to it whole. */
  joined(lessonId: number, socket: ViewerSocket): void {
    const moving = this.#moving.get(lessonId)
    const room = this.#rooms.get(lessonId)
    if (!moving || !room) return
    const gestures = [...moving.gestures.values(), ...moving.ending]
    const moves = gestures.flatMap((gesture) => movesOf(room.document, { ...gesture, inkFrom: 0 }))
    if (moves.length > 0) socket.emit('lesson:motion', prepared({ lessonId, moves, ended: [] }))
  }

  end(): void {
    for (const { timer } of this.#moving.values()) if (timer) clearTimeout(timer)
    this.#moving.clear()
  }

  #begin(lessonId: number): Moving {
    const moving: Moving = { gestures: new Map(), ending: new Set(), ended: [], timer: null, isSending: false }
    this.#moving.set(lessonId, moving)
    return moving
  }

  /** It is shown until its watchers have the patch with what it wrote: nothing jumps back in between. */
  #end(lessonId: number, moving: Moving, clientId: number, gesture: Gesture): void {
    moving.gestures.delete(clientId)
    moving.ending.add(gesture)
    void this.#lessons.whenTold(lessonId, LONGEST_END).then(() => {
      moving.ending.delete(gesture)
      moving.ended.push(gesture.by)
      if (this.#moving.get(lessonId) === moving) this.#arm(lessonId)
    })
  }

  #arm(lessonId: number): void {
    const moving = this.#moving.get(lessonId)
    if (moving && !moving.timer && !moving.isSending) this.#wait(lessonId, moving, 0)
  }

  #wait(lessonId: number, moving: Moving, ms: number): void {
    moving.timer = setTimeout(() => void this.#send(lessonId, moving), ms).unref()
  }

  async #send(lessonId: number, moving: Moving): Promise<void> {
    moving.timer = null
    const document = this.#rooms.get(lessonId)?.document
    const audience = this.#io.sockets.adapter.rooms.get(lessonRoom(lessonId))?.size ?? 0
    const moves = document && audience > 0 ? this.#takeMoves(document, moving) : []
    const ended = moving.ended.splice(0)
    if (audience === 0 || (moves.length === 0 && ended.length === 0)) {
      if (moving.gestures.size === 0 && moving.ending.size === 0) this.#moving.delete(lessonId)
      return
    }
    const news = prepared({ lessonId, moves, ended })
    moving.isSending = true
    await this.#spread.sendMotion(lessonId, news, ended.length > 0)
    moving.isSending = false
    const { motionMs, crowd } = this.#config
    const bytes = (news.text.length * audience * 1_000) / BYTES_PER_SECOND
    const pause = Math.max(motionMs * Math.max(1, audience / crowd), bytes)
    if (this.#moving.get(lessonId) === moving)
      this.#wait(lessonId, moving, Math.min(pause, Math.max(SLOWEST, motionMs)))
  }

  #takeMoves(document: Doc, { gestures, ending }: Moving): LessonMotion['moves'] {
    const changed = [...gestures.values(), ...ending].filter(({ isChanged }) => isChanged)
    const moves = changed.flatMap((gesture) => movesOf(document, gesture))
    for (const gesture of changed) {
      gesture.isChanged = false
      gesture.inkFrom = gesture.motion.ink?.points.length ?? 0
    }
    return moves
  }
}

/** A pointer alone is none. */
function isGesture({ cursor, boxes, isLaser, ink, faded }: Motion): boolean {
  return boxes.size > 0 || (isLaser === true && cursor !== null) || ink !== undefined || (faded?.size ?? 0) > 0
}

/** What readers may know of a gesture: nothing of what is hidden from them, nor where a pointer is that shows nothing. */
function movesOf(document: Doc, { by, pageId, motion, inkFrom }: Gesture): LessonMotion['moves'] {
  const knownOf = <T>(parts: ReadonlyMap<string, T>) =>
    new Map(parts.size > MOST_MOVING ? [] : [...parts].filter(([id]) => isReadableElement(document, id)))
  const place = pageId !== null && isReadablePage(document, pageId) ? pageId : null
  const isLaser = motion.isLaser === true && place !== null
  const shown: Motion = {
    cursor: isLaser ? motion.cursor : null,
    boxes: knownOf(motion.boxes),
    ...(isLaser && { isLaser }),
    ...(motion.ink && place !== null && { ink: inkSince(motion.ink, inkFrom) }),
    ...(motion.crops && { crops: knownOf(motion.crops) }),
    ...(motion.faded && { faded: new Set(knownOf(new Map([...motion.faded].map((id) => [id, true]))).keys()) }),
  }
  return isGesture(shown) ? [[by, place, Buffer.from(encodeMotion(shown)).toString('base64')]] : []
}

function prepared(news: LessonMotion): Prepared<LessonMotion> {
  return new Prepared(JSON.stringify(news))
}
