/**
 * Tells people that something in the lists they see has changed: exactly those who may see the lesson, or could before.
 * A notice carries nothing but the id; what is there to see is asked of the API.
 */
import type { Database } from '@anawim/db'
import { judge, type LessonFacts, type Person, type ServerToViewer } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import { inTurns } from './spread.ts'
import { eventFrame, straightTo } from './straight.ts'
import { personOf } from './viewer-bearer.ts'
import type { ViewerServer, ViewerSocket } from './viewer-socket.ts'

/** Lessons of which is remembered who could see them. */
const REMEMBERED = 5_000

type Notice = Parameters<ServerToViewer['lessons:changed']>[0]

export class Notices {
  #io: ViewerServer
  #db: Pick<Database, 'lessons'>
  #config: CollabConfig
  #facts = new Map<number, LessonFacts>()
  #throttled = new Map<number, { timer: NodeJS.Timeout; again: boolean }>()

  constructor(io: ViewerServer, db: Pick<Database, 'lessons'>, config: CollabConfig) {
    this.#io = io
    this.#db = db
    this.#config = config
  }

  /** The lesson's row or its members changed. `userId`: somebody who was added, or is not a member any more. */
  lessonChanged(lessonId: number, before: Partial<LessonFacts> = {}, userId?: number): Promise<void> {
    return this.#changed({ lessonId }, before, userId)
  }

  async #changed(notice: Notice, before: Partial<LessonFacts> = {}, userId?: number): Promise<void> {
    const { lessonId } = notice
    const facts = await this.#db.lessons.facts(lessonId)
    const known = this.#facts.get(lessonId)
    this.#remember(lessonId, facts)
    if (!facts) return
    const moments = [facts, { ...facts, ...before }, ...(known ? [known] : [])]
    // Who is no member any more may have seen it as one; of a draft, a student never learns.
    const asMember: LessonFacts = { ...facts, members: new Map(facts.members).set(userId ?? 0, 'viewer') }
    const couldSee = (person: Person) => person.id === userId && isListed(person, asMember)
    await this.#send(notice, (person) => couldSee(person) || moments.some((moment) => isListed(person, moment)))
  }

  /** The canvas was edited: at most one notice in a while, and one at its end for what came meanwhile. */
  async contentChanged(lessonId: number): Promise<void> {
    // Nobody has a list open: then it is asked for when it is.
    if (this.#io.sockets.sockets.size === 0) return
    const throttled = this.#throttled.get(lessonId)
    if (throttled) {
      throttled.again = true
      return
    }
    const timer = setTimeout(() => {
      const { again } = this.#throttled.get(lessonId) ?? { again: false }
      this.#throttled.delete(lessonId)
      if (again) this.contentChanged(lessonId).catch(() => {})
    }, this.#config.listsMs)
    this.#throttled.set(lessonId, { timer, again: false })
    await this.#changed({ lessonId, canvas: true })
  }

  accountChanged(userId: number): void {
    for (const socket of this.#socketsOf(userId)) socket.emit('account:changed')
  }

  /** Where this person keeps lessons has changed: their other windows show it too. */
  foldersChanged(userId: number): void {
    for (const socket of this.#socketsOf(userId)) socket.emit('folders:changed')
  }

  #socketsOf(userId: number): ViewerSocket[] {
    return [...this.#io.sockets.sockets.values()].filter(({ data }) => personOf(data.bearer)?.id === userId)
  }

  end(): void {
    for (const { timer } of this.#throttled.values()) clearTimeout(timer)
    this.#throttled.clear()
  }

  #remember(lessonId: number, facts: LessonFacts | null): void {
    this.#facts.delete(lessonId)
    if (facts) this.#facts.set(lessonId, facts)
    const [oldest] = this.#facts.keys()
    if (this.#facts.size > REMEMBERED && oldest !== undefined) this.#facts.delete(oldest)
  }

  async #send(notice: Notice, isConcerned: (person: Person) => boolean): Promise<void> {
    // Who holds a link has no lists.
    const sockets = [...this.#io.sockets.sockets.values()].filter(({ data }) => {
      const person = personOf(data.bearer)
      return person !== null && isConcerned(person)
    })
    const frame = eventFrame('lessons:changed', JSON.stringify(notice))
    const tell = (socket: ViewerSocket) => {
      if (!socket.connected) return
      const connection = straightTo(socket.conn)
      if (connection) connection.write(frame)
      else socket.emit('lessons:changed', notice)
    }
    await inTurns(new Set(sockets), sockets.length > this.#config.crowd, tell)
  }
}

/** In the dashboard, or in the trash that this person sees. */
function isListed(person: Person, facts: LessonFacts): boolean {
  return judge(person, facts.isDeleted ? 'restore' : 'read', facts) === 'allowed'
}
