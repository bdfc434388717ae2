import type { Database, UserRow } from '@anawim/db'
import type { z } from 'zod'
import type { memberAddSchema, memberRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'

/** Whom a lesson is shared with. Sockets hear of changes through the database's events. */
export function createMemberHandlers({ db }: ApiDeps): HandlersOf<typeof memberRoutes> {
  return {
    async listMembers({ params }) {
      const members = await db.members.list(params.id)
      return {
        items: members.map(({ userId, fullName, role }) => ({ user: { id: userId, full_name: fullName }, role })),
      }
    },

    async addMember({ params, facts, body }) {
      const field = 'email' in body ? 'email' : 'user_id'
      const user = await findUser(db, body)
      if (!user?.isActive) throw invalidField(field, 'there is no such account')
      if (user.id === facts.authorId) throw invalidField(field, 'this is the author of the lesson')
      await db.members.put(params.id, user.id, body.role)
      return { user: { id: user.id, full_name: user.fullName }, role: body.role }
    },

    async removeMember({ params }) {
      if (!(await db.members.remove(params.id, params.userId))) throw notFound()
    },
  }
}

function findUser(db: Database, body: z.output<typeof memberAddSchema>): Promise<UserRow | null> {
  return 'email' in body ? db.users.byEmail(body.email) : db.users.byId(body.user_id)
}
