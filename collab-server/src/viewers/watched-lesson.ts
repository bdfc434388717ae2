/** What is known of one lesson that somebody watches: its version, and how one comes to it from earlier ones. Everything is text that was written once. */
import type { WatchAnswer } from '@anawim/lesson'
import type { Since, ViewAnswer } from '../reading/questions.ts'
import { Prepared } from './prepared.ts'
import type { Patch } from './viewer-socket.ts'

/** A patch; `changes` are JSON texts, separated by commas. */
interface Step extends Since {
  from: string
}

/** Ways from versions that were stored. */
const MOST_ENTRANCES = 32

export class WatchedLesson {
  readonly lessonId: number
  /** Empty until the first is made. */
  version = ''
  #history: Step[] = []
  #maxHistory: number
  #entrances = new Map<string, Since>()
  #answers = new Map<string, Prepared<WatchAnswer>>()

  constructor(lessonId: number, maxHistory: number) {
    this.lessonId = lessonId
    this.#maxHistory = maxHistory
  }

  /** Moves to a new version. Answers what all who watch must be told; null: nothing. */
  advance({ version, from, changes }: Omit<ViewAnswer, 'ms'>): Prepared<Patch> | null {
    const before = this.version
    if (version === before) return null
    this.version = version
    this.#answers.clear()
    if (before === '') return null
    if (from !== before) {
      // The thread that knew the way is no more. Whoever holds another version than a patch begins with, watches again.
      this.#history = []
      this.#entrances.clear()
      return this.#patch({ from: version, to: version, changes: '' })
    }
    const step = { from, to: version, changes }
    this.#history.push(step)
    if (this.#history.length > this.#maxHistory) this.#history.shift()
    return this.#patch(step)
  }

  /** Somebody has `version`, and this leads on from it. */
  addEntrance(version: string, since: Since): void {
    this.#entrances.set(version, since)
    const [oldest] = this.#entrances.keys()
    if (this.#entrances.size > MOST_ENTRANCES && oldest !== undefined) this.#entrances.delete(oldest)
  }

  /** For who holds `version`: what happened since. Null when it is not known (any more). */
  answerSince(version: string): Prepared<WatchAnswer> | null {
    const made = this.#answers.get(version)
    if (made) return made
    const changes = this.#since(version)
    if (changes === null) return null
    const answer = new Prepared<WatchAnswer>(
      `{"ok":true,"version":${JSON.stringify(this.version)},"changes":[${changes}]}`,
    )
    this.#answers.set(version, answer)
    return answer
  }

  /** For who was answered with an earlier version in this turn. */
  patchSince(version: string): Prepared<Patch> | null {
    if (version === this.version) return null
    const changes = this.#since(version)
    return changes === null
      ? this.#patch({ from: this.version, to: this.version, changes: '' })
      : this.#patch({ from: version, to: this.version, changes })
  }

  #since(version: string): string | null {
    if (version === this.version) return ''
    // The newest one: a lesson can come back to a version it had.
    const start = this.#history.findLastIndex((step) => step.from === version)
    if (start !== -1) return joined(this.#history.slice(start).map(({ changes }) => changes))
    const entrance = this.#entrances.get(version)
    if (!entrance || entrance.to === version) return null
    const rest = this.#since(entrance.to)
    return rest === null ? null : joined([entrance.changes, rest])
  }

  #patch({ from, to, changes }: Step): Prepared<Patch> {
    const [lessonId, before, after] = [this.lessonId, from, to].map((value) => JSON.stringify(value))
    return new Prepared(`{"lessonId":${lessonId},"from":${before},"to":${after},"changes":[${changes}]}`)
  }
}

function joined(changes: string[]): string {
  return changes.filter((text) => text !== '').join()
}
