import { NO_PASSWORD, type UserRow } from '@anawim/db'
import type { User } from '../contract/index.ts'

/** An account for its owner or an admin: nobody else gets the e-mail. */
export function presentUser(user: UserRow): User {
  return {
    id: user.id,
    email: user.email,
    full_name: user.fullName,
    role: user.role,
    is_admin: user.isAdmin,
    is_active: user.isActive,
    language: user.language,
    avatar: user.avatar,
    has_password: user.hashedPassword !== NO_PASSWORD,
    created_at: user.createdAt.toISOString(),
  }
}
