import type { User } from '@anawim/api/contract'
import { roles } from '@anawim/lesson'

/** May this person make lessons? The same answer as the server's: it asks the role. */
export function mayCreateLessons(user: User): boolean {
  return roles[user.role].createsLessons
}
