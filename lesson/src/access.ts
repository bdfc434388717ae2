/**
 * Who may what: the one judge that HTTP, sockets and the browser all ask. Everything is denied unless a role's file allows it.
 */
import { lessonActions, type LessonAction, type LessonFacts } from './lesson-facts.ts'
import { roles, type RoleName } from './roles/index.ts'

/** Who asks. */
export interface Person {
  id: number
  role: RoleName
  isActive: boolean
}

/** `hidden`: one may not even know of it (404). `forbidden`: one sees it, but may not do that (403). */
export type Verdict = 'allowed' | 'forbidden' | 'hidden'

/** What admins do with the canvas of a template. It is published as a template, never as a lesson. */
const templateActions: readonly LessonAction[] = ['read', 'edit', 'duplicate']

/** May this person do this to that lesson? */
export function judge(person: Person, action: LessonAction, lesson: LessonFacts): Verdict {
  if (!person.isActive) return 'hidden'
  const role = roles[person.role]
  if (lesson.isTemplate && !role.administers) return 'hidden'
  if (lesson.isDeleted) {
    return action === 'restore' && role.mayOnLesson(person.id, 'restore', lesson) ? 'allowed' : 'hidden'
  }
  if (lesson.isTemplate && !templateActions.includes(action)) return 'forbidden'
  if (role.mayOnLesson(person.id, action, lesson)) return 'allowed'
  return role.mayOnLesson(person.id, 'read', lesson) ? 'forbidden' : 'hidden'
}

/** What this person may do to that lesson: what a card or a page offers. */
export function allowedActions(person: Person, lesson: LessonFacts): LessonAction[] {
  return lessonActions.filter((action) => judge(person, action, lesson) === 'allowed')
}

/** Who came by a link for viewing, without an account. */
export interface LinkHolder {
  linkId: number
  /** The one lesson that the link leads to. */
  lessonId: number
}

/** May who holds a link do this to that lesson? They read the one lesson while it is published, and know of nothing else. */
export function judgeLinkHolder(
  holder: LinkHolder,
  action: LessonAction,
  lessonId: number,
  lesson: LessonFacts,
): Verdict {
  const isOpen = lesson.status === 'published' && !lesson.isDeleted && !lesson.isTemplate
  if (holder.lessonId !== lessonId || !isOpen) return 'hidden'
  return action === 'read' ? 'allowed' : 'forbidden'
}

/** What the judge needs to know of a class. */
export interface ClassFacts {
  teacherId: number
}

/** May this person see and change that class and its pupils? Its teacher, and admins; nobody else knows of it. */
export function judgeClass(person: Person, { teacherId }: ClassFacts): Verdict {
  const role = roles[person.role]
  const isTheirs = role.createsLessons && person.id === teacherId
  return person.isActive && (isTheirs || role.administers) ? 'allowed' : 'hidden'
}
