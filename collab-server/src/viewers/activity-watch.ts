/** Tells admins who look at it who edits and who watches what, as it is now. Nothing of it is ever written down. */
import type { Database, Logger } from '@anawim/db'
import { roles, type Activity, type ActivityAnswer } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import { makeActivity, type Present } from './make-activity.ts'
import { personOf } from './viewer-bearer.ts'
import { errorBody, lessonRoom, type ViewerServer, type ViewerSocket } from './viewer-socket.ts'

/** Who has which lesson open in an editor, once for each time they have. */
export type Editing = () => readonly { lessonId: number; userId: number; fullName: string }[]

type Reply = (answer: ActivityAnswer) => void

export interface ActivityDeps {
  db: Pick<Database, 'lessons'>
  config: Pick<CollabConfig, 'activityMs'>
  log: Logger
  editing: Editing
}

export class ActivityWatch {
  #io: ViewerServer
  #deps: ActivityDeps
  /** Who looks, and what they were told last, as text. */
  #told = new Map<ViewerSocket, string>()
  #timer: NodeJS.Timeout | null = null
  #isLooking = false

  constructor(io: ViewerServer, deps: ActivityDeps) {
    this.#io = io
    this.#deps = deps
  }

  /** `activity:watch`. One listener for all sockets, as is the next. */
  listeners() {
    const [watch, told] = [this.#watch.bind(this), this.#told]
    return {
      watching(this: ViewerSocket, _request: unknown, answer: unknown): void {
        watch(this, typeof answer === 'function' ? (answer as Reply) : () => {})
      },
      unwatching(this: ViewerSocket): void {
        told.delete(this)
      },
    }
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    this.#told.clear()
  }

  #watch(socket: ViewerSocket, reply: Reply): void {
    if (!mayLook(socket)) return reply({ ok: false, error: errorBody('forbidden') })
    const isTaken = socket.data.turns.take(async () => {
      try {
        const activity = await this.#activity()
        // Asked again: meanwhile they may have become somebody who may not.
        if (!mayLook(socket) || !socket.connected) return reply({ ok: false, error: errorBody('forbidden') })
        this.#told.set(socket, JSON.stringify(activity))
        this.#timer ??= setInterval(() => void this.#tell(), this.#deps.config.activityMs).unref()
        reply({ ok: true, activity })
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'what goes on could not be told')
        reply({ ok: false, error: errorBody('unavailable') })
      }
    })
    if (!isTaken) reply({ ok: false, error: errorBody('too_many_requests') })
  }

  async #tell(): Promise<void> {
    if (this.#isLooking) return
    if (this.#told.size === 0) {
      if (this.#timer) clearInterval(this.#timer)
      this.#timer = null
      return
    }
    this.#isLooking = true
    try {
      const activity = await this.#activity()
      const text = JSON.stringify(activity)
      for (const [socket, told] of this.#told) {
        if (!socket.connected || !mayLook(socket)) this.#told.delete(socket)
        else if (told !== text) {
          this.#told.set(socket, text)
          socket.emit('activity', activity)
        }
      }
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'what goes on could not be told; trying again')
    } finally {
      this.#isLooking = false
    }
  }

  #activity(): Promise<Activity> {
    const editors = this.#deps.editing().map(({ lessonId, userId, fullName }) => ({
      lessonId,
      person: { id: userId, full_name: fullName },
    }))
    return makeActivity(this.#deps.db, editors, [...this.#watching()])
  }

  /** Those whose watch was granted: who only asks is in no room. */
  *#watching(): Iterable<Present> {
    for (const socket of this.#io.sockets.sockets.values()) {
      const { bearer, watching } = socket.data
      const person = personOf(bearer)
      const named = person && 'fullName' in bearer ? { id: person.id, full_name: bearer.fullName } : null
      for (const lessonId of watching) {
        if (socket.rooms.has(lessonRoom(lessonId))) yield { lessonId, person: named }
      }
    }
  }
}

function mayLook({ data }: ViewerSocket): boolean {
  const person = personOf(data.bearer)
  return person !== null && person.isActive && roles[person.role].administers
}
