import { isReadable, type Role } from './role.ts'

/** Own lessons wholly; those they are a member of, drafts included; and to read what is published and public. */
export const teacher: Role = {
  createsLessons: true,
  administers: false,
  mayOnLesson(personId, action, lesson) {
    if (lesson.authorId === personId) return action !== 'leave'
    const membership = lesson.members.get(personId)
    switch (action) {
      case 'read':
        return membership !== undefined || isReadable(personId, lesson)
      case 'duplicate':
        return membership !== undefined || isReadable(personId, lesson)
      case 'edit':
      case 'seeMembers':
        return membership === 'editor'
      case 'leave':
        return membership !== undefined
      case 'publish':
      case 'share':
      case 'delete':
      case 'restore':
      case 'transfer':
        return false
    }
  },
}
