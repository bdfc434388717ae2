/**
 * How one version of what readers see becomes the next: made by the server, applied by the viewer's page.
 * The law, held by a property test: `applyChanges(before, makeChanges(before, after))` equals `after`.
 */
import type { LessonContent } from './content.ts'
import type { LessonElement } from './elements/index.ts'
import type { PageHead } from './page-head.ts'

export type Change =
  /** Inserts or replaces the whole element right above element `after` of that page (null: lowest). */
  | { op: 'put'; pageId: string; element: LessonElement; after: string | null }
  | { op: 'remove'; elementId: string }
  /** Inserts or replaces the page, its elements kept, right behind page `after` (null: first). */
  | { op: 'page'; page: PageHead; after: string | null }
  /** Removes the page with its elements. */
  | { op: 'removePage'; pageId: string }
  | { op: 'lesson'; title: string }

/** What a reader sees of a lesson. */
export interface ReaderView {
  title: string
  content: LessonContent
}

/** A change that does not fit the version one holds: an unknown `after`, page or element. Watch again. */
export class ChangeError extends Error {
  override name = 'ChangeError'
}
