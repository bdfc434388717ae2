/** One viewer's Socket.IO socket, and what the server keeps with it. */
import {
  newId,
  type LessonMotion,
  type ErrorBody,
  type ErrorCode,
  type ServerToViewer,
  type ViewerToServer,
  type WatchAnswer,
} from '@anawim/lesson'
import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { CollabConfig } from '../config.ts'
import type { Prepared } from './prepared.ts'
import { unwritten } from './straight.ts'
import type { Turns } from './turns.ts'
import type { ViewerBearer } from './viewer-bearer.ts'

export interface ViewerData {
  token: string
  bearer: ViewerBearer
  /** Lessons that it watches, or is about to. */
  watching: Set<number>
  /** For everything that asks the database. */
  turns: Turns
  /** Characters that were sent since it last had read everything. */
  unread: number
  /** The count of changed accounts when its token was judged. */
  judgedAt: number
}

export type Patch = Parameters<ServerToViewer['lesson:patch']>[0]

/** As the server sends it: what goes to many is written once. */
interface ToViewer extends Omit<ServerToViewer, 'lesson:motion' | 'lesson:patch'> {
  'lesson:motion': (motion: Prepared<LessonMotion>) => void
  'lesson:patch': (patch: Prepared<Patch>) => void
}
interface FromViewer extends Omit<ViewerToServer, 'lesson:watch' | 'activity:watch'> {
  'activity:watch': (request: unknown, answer: unknown) => void
  'lesson:watch': (request: unknown, answer: unknown) => void
}
export type ReplyToWatch = (answer: WatchAnswer | Prepared<WatchAnswer>) => void

export type ViewerServer = Server<FromViewer, ToViewer, DefaultEventsMap, ViewerData>
export type ViewerSocket = Socket<FromViewer, ToViewer, DefaultEventsMap, ViewerData>

/** The room of all who watch a lesson. */
export function lessonRoom(lessonId: number): string {
  return `lesson:${lessonId}`
}

/** Before so many bytes more are sent to it: does it read too slowly? Whoever is dropped comes back and catches up. */
export function hasFallenBehind(socket: ViewerSocket, length: number, { viewerBufferedBytes }: CollabConfig): boolean {
  socket.data.unread = socket.conn.transport.writable ? 0 : socket.data.unread + length
  return socket.data.unread + unwritten(socket.conn) > viewerBufferedBytes
}

const messages = {
  bad_request: 'the message is not as it should be',
  unauthenticated: 'log in first',
  forbidden: 'you may not do this',
  not_found: 'there is no such lesson, or not for you',
  too_many_requests: 'too much was asked at once on this connection',
  too_many_lessons: 'too many lessons are watched on this connection',
  unavailable: 'the server cannot do this now; try again',
} as const satisfies Partial<Record<ErrorCode, string>>

/** The REST error object, for a socket. */
export function errorBody(code: keyof typeof messages): ErrorBody {
  return { code, message: messages[code], request_id: newId() }
}
