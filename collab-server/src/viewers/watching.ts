/** `lesson:watch` and `lesson:unwatch`. */
import type { Database, Logger } from '@anawim/db'
import { unwatchSchema, watchSchema, type ErrorBody, type WatchAnswer } from '@anawim/lesson'
import type { z } from 'zod'
import type { CollabConfig } from '../config.ts'
import type { LiveLessons } from './live-lessons.ts'
import type { LiveMotions } from './live-motions.ts'
import type { Pace } from './viewer-auth.ts'
import { mayRead } from './viewer-bearer.ts'
import { errorBody, hasFallenBehind, lessonRoom, type ReplyToWatch, type ViewerSocket } from './viewer-socket.ts'

export interface WatchingDeps {
  db: Pick<Database, 'lessons' | 'users' | 'tokens'>
  config: CollabConfig
  log: Logger
  lessons: LiveLessons
  motions: LiveMotions
  pace: Pace
}

/** `lesson:watch`. One listener for all sockets. */
export function createWatching(deps: WatchingDeps) {
  return function watching(this: ViewerSocket, request: unknown, answer: unknown): void {
    const reply: ReplyToWatch = typeof answer === 'function' ? (answer as ReplyToWatch) : () => {}
    const parsed = watchSchema.safeParse(request)
    if (!parsed.success) return reply(refused(errorBody('bad_request')))
    const isTaken = this.data.turns.take(() =>
      watch(deps, this, parsed.data, reply).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'a lesson could not be watched')
        stopWatching(this, parsed.data.lessonId)
        reply(refused(errorBody('unavailable')))
      }),
    )
    if (!isTaken) reply(refused(errorBody('too_many_requests')))
  }
}

/** `lesson:unwatch`. */
export function unwatching(this: ViewerSocket, request: unknown, answer: unknown): void {
  const parsed = unwatchSchema.safeParse(request)
  const reply = typeof answer === 'function' ? (answer as (result: { ok: boolean }) => void) : () => {}
  if (!parsed.success) return reply({ ok: false })
  // In its turn, so that it ends a watch that was asked for before it.
  const stop = () => {
    stopWatching(this, parsed.data.lessonId)
    reply({ ok: true })
  }
  if (!this.data.turns.take(async () => stop())) stop()
}

export function stopWatching(socket: ViewerSocket, lessonId: number): void {
  socket.data.watching.delete(lessonId)
  void socket.leave(lessonRoom(lessonId))
}

async function watch(
  { db, config, lessons, motions, pace }: WatchingDeps,
  socket: ViewerSocket,
  { lessonId, version }: z.output<typeof watchSchema>,
  reply: ReplyToWatch,
): Promise<void> {
  if (!socket.connected) return
  const { watching, bearer } = socket.data
  if (!watching.has(lessonId) && watching.size >= config.lessonsPerViewerSocket) {
    return reply(refused(errorBody('too_many_lessons')))
  }
  // Entered before it is judged, so that a withdrawal in between finds it here and takes it out.
  watching.add(lessonId)
  // Who watches it already gets no patch between the question and its answer.
  void socket.leave(lessonRoom(lessonId))
  const facts = await db.lessons.facts(lessonId)
  const isReadable = facts !== null && mayRead(bearer, lessonId, facts)
  const answer = isReadable ? await lessons.watch(lessonId, version) : null
  await pace()
  if (!answer) {
    stopWatching(socket, lessonId)
    return reply(refused(errorBody('not_found')))
  }
  if (!watching.has(lessonId) || !socket.connected) return reply(refused(errorBody('not_found')))
  if (hasFallenBehind(socket, answer.text.text.length, config)) return void socket.disconnect(true)
  // Answered and joined in one turn: no patch comes before the answer, and none is missed after it.
  reply(answer.text)
  void socket.join(lessonRoom(lessonId))
  lessons.joined(lessonId, socket, answer.version)
  motions.joined(lessonId, socket)
}

function refused(error: ErrorBody): WatchAnswer {
  return { ok: false, error }
}
