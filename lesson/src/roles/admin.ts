import type { Role } from './role.ts'

/** Oversees everything. */
export const admin: Role = {
  createsLessons: true,
  administers: true,
  mayOnLesson: () => true,
}
