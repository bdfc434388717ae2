import type { UserRow } from '@anawim/db'
import { newContent, type LessonContent, type MemberRole, type RoleName } from '@anawim/lesson'
import bcrypt from 'bcrypt'
import type { ApiServer } from './api-server.ts'
import { client, type Call } from './client.ts'

export const PASSWORD = 'mật khẩu 8'
const hashedPassword = bcrypt.hashSync(PASSWORD.normalize('NFC'), 4)

/** Someone with an account, logged in. */
export interface Someone {
  id: number
  user: UserRow
  token: string
  call: Call
}

let count = 0

/** Makes an account and logs it in. */
export async function person(api: ApiServer, role: RoleName, name = 'An'): Promise<Someone> {
  count++
  const email = `${name.toLowerCase()}${count}@school.vn`
  const user = await api.db.users.create({ email, hashedPassword, fullName: `${name} ${count}`, role })
  if (user === 'email_taken') throw new Error('a test made the same person twice')
  const { token } = await api.db.tokens.signAccess(user)
  return { id: user.id, user, token, call: client(api.url, token) }
}

/** A lesson of that author, as it stands in the database. */
export async function lessonOf(
  api: ApiServer,
  author: Someone,
  more: {
    title?: string
    content?: LessonContent
    members?: [Someone, MemberRole][]
    published?: 'public' | 'members'
  } = {},
): Promise<number> {
  const content = more.content ?? newContent('p1', 'Trang 1')
  const { id } = await api.db.lessons.create({ title: more.title ?? 'Phân số', authorId: author.id, content })
  for (const [member, role] of more.members ?? []) await api.db.members.put(id, member.id, role)
  if (more.published) await api.db.lessons.publish(id, { isPublic: more.published === 'public' })
  return id
}
