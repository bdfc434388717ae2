/** Who may have a viewer's socket: the bearer of an access token, until that token ends or is renewed. */
import type { Database, Logger } from '@anawim/db'
import { renewSchema } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import { createTurns } from './turns.ts'
import { errorBody, type ViewerServer, type ViewerSocket } from './viewer-socket.ts'

/** The longest wait that a timer can do, in ms; a token's end is never further away than that is far. */
const MAX_TIMER = 2_147_483_647

export function authenticateViewers(
  io: ViewerServer,
  db: Pick<Database, 'tokens'>,
  config: CollabConfig,
  log: Logger,
): void {
  async function admit(socket: ViewerSocket): Promise<Error | undefined> {
    const { token } = socket.handshake.auth
    try {
      const bearer = typeof token === 'string' ? await db.tokens.verifyAccess(token) : null
      if (!bearer) return refusal('unauthenticated')
      socket.data = {
        token: String(token),
        bearer,
        watching: new Set(),
        unread: 0,
        takeTurn: createTurns(config.viewerQuestionsPerSecond),
      }
      return undefined
    } catch (error) {
      log.warn({ err: error }, 'a viewer could not be judged')
      return refusal('unavailable')
    }
  }
  io.use((socket, next) => {
    const answer = async () => next(await admit(socket))
    void answer()
  })
}

/** Closes the socket at its token's end, unless it is renewed before. */
export function watchViewerToken(socket: ViewerSocket, db: Pick<Database, 'tokens'>, log: Logger): void {
  const wait = () => {
    clearTimeout(socket.data.tokenTimer)
    const left = socket.data.bearer.expiresAt.getTime() - Date.now()
    socket.data.tokenTimer = setTimeout(() => socket.disconnect(true), Math.min(Math.max(left, 0), MAX_TIMER))
  }
  wait()
  socket.on('disconnect', () => clearTimeout(socket.data.tokenTimer))
  socket.on('auth:renew', (request, answer) => {
    const reply = typeof answer === 'function' ? answer : () => {}
    const parsed = renewSchema.safeParse(request)
    if (!parsed.success) return reply({ ok: false })
    const renew = async () => {
      const bearer = await db.tokens.verifyAccess(parsed.data.token)
      const isSame = bearer !== null && bearer.person.id === socket.data.bearer.person.id
      if (isSame && socket.connected) {
        socket.data.bearer = bearer
        socket.data.token = parsed.data.token
        wait()
      }
      reply({ ok: isSame })
    }
    const isTaken = socket.data.takeTurn(() =>
      renew().catch((error: unknown) => {
        log.warn({ err: error }, 'a token could not be renewed')
        reply({ ok: false })
      }),
    )
    if (!isTaken) reply({ ok: false })
  })
}

/** What a client gets as `connect_error`: its message is the code, its data the REST error object. */
function refusal(code: 'unauthenticated' | 'unavailable'): Error {
  return Object.assign(new Error(code), { data: errorBody(code) })
}
