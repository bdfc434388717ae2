import type { LessonRow } from '@anawim/db'
import { createHash } from 'node:crypto'
import type { Lesson } from '../contract/index.ts'
import { ApiError } from '../http/api-error.ts'

/**
 * The ETag of a lesson: the row's revision, which If-Match compares, and a digest of everything that this person got
 * beside the canvas, because two people get different answers from one revision.
 */
export function lessonEtag(row: LessonRow, lesson: Lesson): string {
  const digest = createHash('sha256').update(JSON.stringify(lesson)).digest('base64url').slice(0, 12)
  return `"${row.revision}-${digest}"`
}

/**
 * The revision that a change was made for: of `If-Match`. undefined: any. Throws 412 for a tag that is none of ours.
 */
export function expectedRevision(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  const [, revision] = /^(?:W\/)?"(\d{1,9})(?:-[\w-]*)?"$/.exec(ifMatch.trim()) ?? []
  if (revision === undefined) throw changedSince()
  return Number(revision)
}

/** Someone else changed it in the meantime. */
export function changedSince(): ApiError {
  return new ApiError('precondition_failed', 'It has changed since.')
}
