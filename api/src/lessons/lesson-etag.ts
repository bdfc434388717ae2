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
 * The revisions that a change was made for: of `If-Match`, one tag or a list. undefined: any. Throws 412 when none of the tags is
 * one of ours.
 */
export function expectedRevisions(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  const revisions = ifMatch.split(',').flatMap((tag) => {
    const [, revision] = /^(?:W\/)?"(\d{1,9})(?:-[\w-]*)?"$/.exec(tag.trim()) ?? []
    return revision === undefined ? [] : [Number(revision)]
  })
  if (revisions.length === 0) throw changedSince()
  return revisions
}

/** Someone else changed it in the meantime. */
export function changedSince(): ApiError {
  return new ApiError('precondition_failed', 'It has changed since.')
}
