/**
 * Who may what: the one judge that HTTP, sockets and the browser all ask. Everything is denied unless a role's file allows it.
 */
import { roles, type RoleName } from './roles/index.ts'

/** What can be done to a lesson. `read` is to see what readers see; `edit` is to hold a collab token. */
export const lessonActions = [
  'read',
  'edit',
  'duplicate',
  'seeMembers',
  'publish',
  'share',
  'delete',
  'restore',
] as const
export type LessonAction = (typeof lessonActions)[number]

export type MemberRole = 'editor' | 'viewer'
export type LessonStatus = 'draft' | 'published'

/** Who asks. */
export interface Person {
  id: number
  role: RoleName
  isActive: boolean
}

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

/** `hidden`: one may not even know of it (404). `forbidden`: one sees it, but may not do that (403). */
export type Verdict = 'allowed' | 'forbidden' | 'hidden'

/** May this person do this to that lesson? */
export function judge(person: Person, action: LessonAction, lesson: LessonFacts): Verdict {
  if (!person.isActive) return 'hidden'
  const role = roles[person.role]
  if (lesson.isTemplate && !role.administers) return 'hidden'
  if (lesson.isDeleted) {
    return action === 'restore' && role.mayOnLesson(person.id, 'restore', lesson) ? 'allowed' : 'hidden'
  }
  if (role.mayOnLesson(person.id, action, lesson)) return 'allowed'
  return role.mayOnLesson(person.id, 'read', lesson) ? 'forbidden' : 'hidden'
}

/** What this person may do to that lesson: what a card or a page offers. */
export function allowedActions(person: Person, lesson: LessonFacts): LessonAction[] {
  return lessonActions.filter((action) => judge(person, action, lesson) === 'allowed')
}
