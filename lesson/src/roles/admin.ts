import type { Role } from './role.ts'

/** Oversees everything. */
export const admin: Role = {
  createsLessons: true,
  administers: true,
  // One can leave only where one is a member.
  mayOnLesson: (personId, action, lesson) => action !== 'leave' || lesson.members.has(personId),
}
