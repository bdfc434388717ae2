import { isReadable, type Role } from './role.ts'

/** Own lessons wholly; those they are a member of, drafts included; and to read what is published and public. */
export const teacher: Role = {
  createsLessons: true,
  administers: false,
  mayOnLesson(personId, action, lesson) {
    if (lesson.authorId === personId) return true
    const membership = lesson.members.get(personId)
    switch (action) {
      case 'read':
        return membership !== undefined || isReadable(personId, lesson)
      case 'duplicate':
        return membership !== undefined || isReadable(personId, lesson)
      case 'edit':
      case 'seeMembers':
        return membership === 'editor'
      case 'publish':
      case 'share':
      case 'delete':
      case 'restore':
        return false
    }
  },
}
