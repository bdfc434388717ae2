/** In the reading thread: what readers see of one lesson, version after version. */
import { readerVersion } from '@anawim/db/reader-version'
import { forReaders, makeChanges, type Change, type LessonContent, type ReaderView } from '@anawim/lesson'
import type { Since, ViewAnswer } from './questions.ts'

/** Stored versions that are remembered: who read one over HTTP a moment ago gets what happened since. */
const REMEMBERED = 12

interface Version {
  version: string
  view: ReaderView
}

export class ReaderVersions {
  #newest: Version | null = null
  #stored: Version[] = []

  get newest(): Version | null {
    return this.#newest
  }

  /** Moves to what the lesson is now. */
  advance(title: string, content: LessonContent): Omit<ViewAnswer, 'ms'> {
    const before = this.#newest
    const next = versionOf(title, content)
    if (before?.version === next.version) return { version: next.version, from: next.version, changes: '' }
    this.#newest = next
    const changes = before ? changesText(before.view, next.view) : ''
    return { version: next.version, from: before?.version ?? null, changes }
  }

  /** This is what is stored, or about to be. */
  remember(content: LessonContent, title = this.#newest?.view.title): void {
    if (title === undefined) return
    const stored = versionOf(title, content)
    this.#stored = [stored, ...this.#stored.filter(({ version }) => version !== stored.version)].slice(0, REMEMBERED)
  }

  since(version: string): Since | null {
    const from = this.#stored.find((one) => one.version === version)
    if (!from || !this.#newest) return null
    return { to: this.#newest.version, changes: changesText(from.view, this.#newest.view) }
  }
}

function versionOf(title: string, content: LessonContent): Version {
  const view = { title, content: forReaders(content) }
  return { version: readerVersion(view), view }
}

function changesText(before: ReaderView, after: ReaderView): string {
  return makeChanges(before, after)
    .map((change: Change) => JSON.stringify(change))
    .join()
}
