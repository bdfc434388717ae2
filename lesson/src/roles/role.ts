import type { LessonAction, LessonFacts } from '../lesson-facts.ts'

/** What one role may do, decided by pure functions of facts. A new role is one file like its siblings, and one line in `index.ts`. */
export interface Role {
  /** May they make lessons, and upload media for them? */
  createsLessons: boolean
  /** May they see and change every account, template and lesson of the server? */
  administers: boolean
  /** May they do this to that lesson? Asked only of people who are active and logged in. */
  mayOnLesson(personId: number, action: LessonAction, lesson: LessonFacts): boolean
}

/** Published, and open to this person: what a reader of any role may read. */
export function isReadable(personId: number, lesson: LessonFacts): boolean {
  return lesson.status === 'published' && (lesson.isPublic || lesson.members.has(personId))
}
