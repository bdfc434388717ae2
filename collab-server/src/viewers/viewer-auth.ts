/** Who may have a viewer's socket: the bearer of an access token, or of a link's, until that token ends or is renewed. */
import type { Database, Logger } from '@anawim/db'
import { renewSchema } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import { Turns } from './turns.ts'
import { isSameBearer, verifyViewer } from './viewer-bearer.ts'
import { errorBody, type ViewerServer, type ViewerSocket } from './viewer-socket.ts'

/** How often tokens are looked at, in ms: one timer for all is less to keep than one for each. */
const LOOK_MS = 500

/** Lets a few through in each turn. */
export type Pace = () => Promise<void> | undefined

export interface AuthDeps {
  db: Pick<Database, 'tokens'>
  config: CollabConfig
  log: Logger
  pace: Pace
  /** How often somebody's account changed, as far as was heard: whoever was judged before the last time must be judged again. */
  accountChanges: () => number
}

export function authenticateViewers(io: ViewerServer, { db, config, log, pace, accountChanges }: AuthDeps): void {
  async function admit(socket: ViewerSocket): Promise<Error | undefined> {
    const { token } = socket.handshake.auth
    const judgedAt = accountChanges()
    try {
      const bearer = typeof token === 'string' ? await verifyViewer(db.tokens, token) : null
      if (!bearer) return refusal('unauthenticated')
      socket.data = {
        token: String(token),
        bearer,
        watching: new Set(),
        unread: 0,
        judgedAt,
        turns: new Turns(config.viewerQuestionsPerSecond),
      }
      return undefined
    } catch (error) {
      log.warn({ err: error }, 'a viewer could not be judged')
      return refusal('unavailable')
    }
  }
  io.use((socket, next) => {
    const answer = async () => {
      const refused = await admit(socket)
      await pace()
      next(refused)
    }
    void answer()
  })
}

/** Closes each socket at its token's end, unless it is renewed before. Returns what ends the watch. */
export function watchViewerTokens(io: ViewerServer): () => void {
  const timer = setInterval(() => {
    const now = Date.now()
    for (const socket of io.sockets.sockets.values()) {
      if (socket.data.bearer.expiresAt.getTime() <= now) socket.disconnect(true)
    }
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** `auth:renew`. One listener for all sockets. */
export function createRenewing(db: Pick<Database, 'tokens'>, log: Logger) {
  return function renewing(this: ViewerSocket, request: unknown, answer: unknown): void {
    const { data } = this
    const reply = typeof answer === 'function' ? (answer as (result: { ok: boolean }) => void) : () => {}
    const parsed = renewSchema.safeParse(request)
    if (!parsed.success) return reply({ ok: false })
    const renew = async () => {
      const bearer = await verifyViewer(db.tokens, parsed.data.token)
      const isSame = bearer !== null && isSameBearer(bearer, data.bearer)
      if (isSame && this.connected) {
        data.bearer = bearer
        data.token = parsed.data.token
      }
      reply({ ok: isSame })
    }
    const isTaken = data.turns.take(() =>
      renew().catch((error: unknown) => {
        log.warn({ err: error }, 'a token could not be renewed')
        reply({ ok: false })
      }),
    )
    if (!isTaken) reply({ ok: false })
  }
}

/** What a client gets as `connect_error`: its message is the code, its data the REST error object. */
function refusal(code: 'unauthenticated' | 'unavailable'): Error {
  return Object.assign(new Error(code), { data: errorBody(code) })
}
