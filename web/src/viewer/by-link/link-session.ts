/**
 * Reading by a link, without an account: opens the link, keeps its short-lived token fresh by opening it again, and gives the live
 * lesson its socket and its first content. Nothing of it is kept in the browser: the address holds the secret.
 */
import type { OpenedLink } from '@anawim/api/contract'
import type { ServerToViewer, ViewerToServer } from '@anawim/lesson'
import { io, type Socket } from 'socket.io-client'
import { asApiError } from '../../session/api-error.ts'
import { request } from '../../session/school-call.ts'
import type { LiveLesson, ViewerSocket } from '../live-lesson.ts'

/** A token is renewed when a fifth of its life is left. */
const SHARE_OF_LIFE = 0.8
/** Milliseconds until a server that could not be reached is asked again. */
const RETRY = 5_000

/** Shows what moves in that lesson, from now on. */
export type AwaitMotion = (socket: ViewerSocket, lessonId: number) => void

/** Opens the link. Throws ApiError: `code_needed`, `wrong_code`, `not_found`, … */
export function openLink(secret: string, code: string | null): Promise<OpenedLink> {
  return request('openLink', { body: code === null ? { secret } : { secret, code } }, null)
}

/** The lesson of a link that was opened, live. `Lesson` is handed in: it is in the page's own code, which this comes after. */
export function liveByLink(
  Lesson: typeof LiveLesson,
  awaitMotion: AwaitMotion,
  secret: string,
  code: string | null,
  opened: OpenedLink,
): LiveLesson {
  let { token } = opened
  const socket: Socket<ServerToViewer, ViewerToServer> = io({
    transports: ['websocket'],
    auth: (send) => send({ token }),
    reconnectionDelay: 500,
    reconnectionDelayMax: 8_000,
  })

  async function renew(): Promise<void> {
    try {
      const next = await openLink(secret, code)
      token = next.token
      renewAfter(next.expires_in)
      if (socket.connected) socket.emit('auth:renew', { token }, () => undefined)
      else if (!socket.active) socket.connect()
    } catch (error) {
      // Out of reach, perhaps: the link may still be good. What was taken back the socket tells.
      if (asApiError(error).code !== 'not_found') setTimeout(() => void renew(), RETRY)
    }
  }
  function renewAfter(seconds: number): void {
    setTimeout(() => void renew(), seconds * 1000 * SHARE_OF_LIFE)
  }
  renewAfter(opened.expires_in)

  // The server closed or refused it: the token ended while this device slept, or the link is no more.
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') void renew()
  })
  socket.on('connect_error', () => {
    if (!socket.active) setTimeout(() => void renew(), RETRY)
  })

  awaitMotion(socket, opened.lesson_id)
  return new Lesson(opened.lesson_id, socket, async (id) => {
    const { version, title, content } = await request('liveLesson', { params: { id } }, token)
    return { version, view: { title, content } }
  })
}
