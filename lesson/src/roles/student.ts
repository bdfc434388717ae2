import { isReadable, type Role } from './role.ts'

/** Reads what is published and public or shared with them. Creates and changes nothing. */
export const student: Role = {
  createsLessons: false,
  administers: false,
  mayOnLesson: (personId, action, lesson) => action === 'read' && isReadable(personId, lesson),
}
