/** `lesson:watch` and `lesson:unwatch`. */
import type { Database, Logger } from '@anawim/db'
import { judge, unwatchSchema, watchSchema, type ErrorBody, type WatchAnswer } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import type { LiveLessons } from './live-lessons.ts'
import type { Patch, WatchedLesson } from './watched-lesson.ts'
import { errorBody, lessonRoom, type ViewerSocket } from './viewer-socket.ts'

export interface WatchingDeps {
  db: Pick<Database, 'lessons' | 'users' | 'tokens'>
  config: CollabConfig
  log: Logger
  lessons: LiveLessons
}

export function handleWatching(deps: WatchingDeps, socket: ViewerSocket): void {
  socket.on('lesson:watch', (request, answer) => {
    const reply = typeof answer === 'function' ? answer : () => {}
    watch(deps, socket, request, reply).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'a lesson could not be watched')
      reply(refused(errorBody('unavailable')))
    })
  })
  socket.on('lesson:unwatch', (request) => {
    const parsed = unwatchSchema.safeParse(request)
    if (parsed.success) stopWatching(socket, parsed.data.lessonId)
  })
}

export function stopWatching(socket: ViewerSocket, lessonId: number): void {
  socket.data.watching.delete(lessonId)
  void socket.leave(lessonRoom(lessonId))
}

async function watch(
  { db, config, lessons }: WatchingDeps,
  socket: ViewerSocket,
  request: unknown,
  reply: (answer: WatchAnswer) => void,
): Promise<void> {
  const parsed = watchSchema.safeParse(request)
  if (!parsed.success) return reply(refused(errorBody('bad_request')))
  const { lessonId, version } = parsed.data
  const { watching, bearer } = socket.data
  if (!watching.has(lessonId) && watching.size >= config.lessonsPerViewerSocket) {
    return reply(refused(errorBody('too_many_lessons')))
  }
  // Entered before it is judged, so that a withdrawal in between finds it here and takes it out.
  watching.add(lessonId)
  const facts = await db.lessons.facts(lessonId)
  const isReadable = facts !== null && judge(bearer.person, 'read', facts) === 'allowed'
  const lesson = isReadable ? await lessons.watch(lessonId) : null
  if (!lesson) {
    stopWatching(socket, lessonId)
    return reply(refused(errorBody('not_found')))
  }
  const sinceStored =
    version !== undefined && lesson.changesSince(version) === null
      ? await lessons.changesSinceStored(lessonId, version)
      : null
  if (!watching.has(lessonId) || !socket.connected) return reply(refused(errorBody('not_found')))
  // Answered and joined in one turn: no patch comes before the answer, and none is missed after it.
  reply(answerFor(lesson, version, sinceStored))
  void socket.join(lessonRoom(lessonId))
}

function answerFor(lesson: WatchedLesson, version: string | undefined, sinceStored: Patch | null): WatchAnswer {
  const upToDate = sinceStored?.to === lesson.version ? sinceStored.changes : null
  const changes = version === undefined ? null : (lesson.changesSince(version) ?? upToDate)
  if (changes) return { ok: true, version: lesson.version, changes }
  return { ok: true, version: lesson.version, ...lesson.view }
}

function refused(error: ErrorBody): WatchAnswer {
  return { ok: false, error }
}
