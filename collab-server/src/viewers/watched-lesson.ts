/** The versions of one lesson that somebody watches: each is made once, and shared by all. */
import { readerVersion } from '@anawim/db'
import { forReaders, makeChanges, type Change, type LessonContent, type ReaderView } from '@anawim/lesson'

export interface Patch {
  from: string
  to: string
  changes: Change[]
}

export class WatchedLesson {
  view: ReaderView
  version: string
  #history: Patch[] = []
  #maxHistory: number

  constructor(title: string, content: LessonContent, maxHistory: number) {
    this.view = { title, content: forReaders(content) }
    this.version = readerVersion(this.view)
    this.#maxHistory = maxHistory
  }

  /** Moves to what the lesson is now. Null when readers see no difference. */
  advance(title: string, content: LessonContent): Patch | null {
    const view = { title, content: forReaders(content) }
    const version = readerVersion(view)
    if (version === this.version) return null
    const patch = { from: this.version, to: version, changes: makeChanges(this.view, view) }
    this.view = view
    this.version = version
    this.#history.push(patch)
    if (this.#history.length > this.#maxHistory) this.#history.shift()
    return patch
  }

  /** What happened since that version; null when it is not known (any more). */
  changesSince(version: string): Change[] | null {
    if (version === this.version) return []
    // The newest one: a lesson can come back to a version it had.
    const start = this.#history.findLastIndex((patch) => patch.from === version)
    return start === -1 ? null : this.#history.slice(start).flatMap((patch) => patch.changes)
  }
}
