/** What is known and asked of a lesson when access to it is decided: the words that the judge and the roles share. */

/**
 * What can be done to a lesson. `read` is to see what readers see; `edit` is to hold a collab token; `transfer` is to make somebody
 * else its author; `leave` is to be a member no longer.
 */
export const lessonActions = [
  'read',
  'edit',
  'duplicate',
  'seeMembers',
  'publish',
  'share',
  'delete',
  'restore',
  'transfer',
  'leave',
] as const
export type LessonAction = (typeof lessonActions)[number]

export type MemberRole = 'editor' | 'viewer'
export type LessonStatus = 'draft' | 'published'

/** What the judge needs to know of a lesson. */
export interface LessonFacts {
  authorId: number
  status: LessonStatus
  isPublic: boolean
  /** In the trash: nothing can be done to it but `restore`, by who may delete it. */
  isDeleted: boolean
  /** A template's canvas: admins only. */
  isTemplate: boolean
  members: ReadonlyMap<number, MemberRole>
}
