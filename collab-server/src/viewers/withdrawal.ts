/** When something about a person or a lesson changes, watchers are judged again: `lesson:gone` for who may not read any more. */
import { setTimeout as delay } from 'node:timers/promises'
import { linkOf, mayRead, personOf, verifyViewer } from './viewer-bearer.ts'
import { errorBody, type ViewerServer, type ViewerSocket } from './viewer-socket.ts'
import { stopWatching, type WatchingDeps } from './watching.ts'

export class Withdrawal {
  #io: ViewerServer
  #deps: WatchingDeps

  constructor(io: ViewerServer, deps: WatchingDeps) {
    this.#io = io
    this.#deps = deps
  }

  /** All who watch this lesson, or one person of them. */
  async judgeLesson(lessonId: number, userId?: number): Promise<void> {
    const concerned = (socket: ViewerSocket) =>
      socket.data.watching.has(lessonId) && (userId === undefined || personOf(socket.data.bearer)?.id === userId)
    if (![...this.#io.sockets.sockets.values()].some(concerned)) return
    await this.#untilAnswered(async () => {
      const facts = await this.#deps.db.lessons.facts(lessonId)
      for (const socket of this.#io.sockets.sockets.values()) {
        if (!concerned(socket)) continue
        if (facts && mayRead(socket.data.bearer, lessonId, facts)) continue
        stopWatching(socket, lessonId)
        socket.emit('lesson:gone', { lessonId, error: errorBody('not_found') })
      }
    })
  }

  /** One person's sockets: closed when the account may not be used any more, else judged by what the person is now. */
  async judgePerson(userId: number, endsSessions: boolean): Promise<void> {
    const own = () => [...this.#io.sockets.sockets.values()].filter(({ data }) => personOf(data.bearer)?.id === userId)
    if (own().length === 0) return
    await this.#untilAnswered(async () => {
      const user = await this.#deps.db.users.byId(userId)
      for (const socket of own()) {
        if (!user?.isActive || endsSessions) {
          socket.disconnect(true)
          continue
        }
        const { id, role, isActive } = user
        const { expiresAt } = socket.data.bearer
        socket.data.bearer = { person: { id, role, isActive }, fullName: user.fullName, expiresAt }
      }
      const watched = new Set(own().flatMap((socket) => [...socket.data.watching]))
      await Promise.all([...watched].map((lessonId) => this.judgeLesson(lessonId, userId)))
    })
  }

  /** A socket whose token was ended meanwhile: closed. */
  async judgeToken(socket: ViewerSocket): Promise<void> {
    await this.#untilAnswered(async () => {
      if (!(await verifyViewer(this.#deps.db.tokens, socket.data.token))) socket.disconnect(true)
    })
  }

  /** Who came by that link, which was taken back: told that the lesson is gone, and closed. */
  endLink(lessonId: number, linkId: number): void {
    for (const socket of this.#io.sockets.sockets.values()) {
      if (linkOf(socket.data.bearer) !== linkId) continue
      stopWatching(socket, lessonId)
      socket.emit('lesson:gone', { lessonId, error: errorBody('not_found') })
      // What was emitted goes out before the connection ends.
      socket.disconnect(true)
    }
  }

  /** What happened is not known: everybody, about everything. */
  async judgeAll(): Promise<void> {
    const all = () => [...this.#io.sockets.sockets.values()]
    const people = new Set(all().flatMap(({ data }) => personOf(data.bearer)?.id ?? []))
    for (const userId of people) await this.judgePerson(userId, false)
    // What may be read by links is judged with each lesson, whoever watches it.
    const byLink = all().filter(({ data }) => linkOf(data.bearer) !== null)
    for (const lessonId of new Set(byLink.flatMap(({ data }) => [...data.watching]))) await this.judgeLesson(lessonId)
    for (const socket of this.#io.sockets.sockets.values()) await this.judgeToken(socket)
  }

  async #untilAnswered(judging: () => Promise<void>): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        return await judging()
      } catch (error) {
        this.#deps.log.warn({ err: error, tries }, 'access could not be judged; trying again')
        await delay(Math.min(this.#deps.config.retryMinMs * 2 ** tries, this.#deps.config.retryMaxMs))
      }
    }
  }
}
