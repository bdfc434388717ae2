/** One viewer's Socket.IO socket, and what the server keeps with it. */
import type { Bearer } from '@anawim/db'
import { newId, type ErrorBody, type ErrorCode, type ServerToViewer, type ViewerToServer } from '@anawim/lesson'
import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { TakeTurn } from './turns.ts'

export interface ViewerData {
  token: string
  bearer: Bearer
  /** Lessons that it watches, or is about to. */
  watching: Set<number>
  /** For everything that asks the database. */
  takeTurn: TakeTurn
  tokenTimer?: NodeJS.Timeout
}

export type ViewerServer = Server<ViewerToServer, ServerToViewer, DefaultEventsMap, ViewerData>
export type ViewerSocket = Socket<ViewerToServer, ServerToViewer, DefaultEventsMap, ViewerData>

/** The room of all who watch a lesson. */
export function lessonRoom(lessonId: number): string {
  return `lesson:${lessonId}`
}

const messages = {
  bad_request: 'the message is not as it should be',
  unauthenticated: 'log in first',
  not_found: 'there is no such lesson, or not for you',
  too_many_requests: 'too much was asked at once on this connection',
  too_many_lessons: 'too many lessons are watched on this connection',
  unavailable: 'the server cannot do this now; try again',
} as const satisfies Partial<Record<ErrorCode, string>>

/** The REST error object, for a socket. */
export function errorBody(code: keyof typeof messages): ErrorBody {
  return { code, message: messages[code], request_id: newId() }
}
