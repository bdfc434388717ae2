import type { Database, UserRow } from '@anawim/db'
import { isPlaceholderEmail, roles, type LessonFacts, type Person } from '@anawim/lesson'
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

    async addMember({ login, params, facts, body }) {
      const field = 'email' in body ? 'email' : 'user_id'
      const user = await findUser(db, body, login.person, facts)
      if (!user?.isActive) throw invalidField(field, 'there is no such account')
      if (user.id === facts.authorId) throw invalidField(field, 'this is the author of the lesson')
      await db.members.put(params.id, user.id, body.role)
      return { user: { id: user.id, full_name: user.fullName }, role: body.role }
    },

    async removeMember({ params }) {
      if (!(await db.members.remove(params.id, params.userId))) throw notFound()
    },

    async leaveLesson({ login, params }) {
      if (!(await db.members.remove(params.id, login.person.id))) throw notFound()
    },

    async transferLesson({ params, facts, body }) {
      const user = facts.members.get(body.user_id) === 'editor' ? await db.users.byId(body.user_id) : null
      const isTaken = user?.isActive && roles[user.role].createsLessons
      if (!isTaken || !(await db.members.transfer(params.id, facts.authorId, user.id))) {
        throw invalidField('user_id', 'this is no teacher who edits the lesson')
      }
    },
  }
}

/** By e-mail anybody. By id only whom this person may know of, or who is a member: ids can be counted up, and answers hold names. */
async function findUser(
  db: Database,
  body: z.output<typeof memberAddSchema>,
  asker: Person,
  { authorId, members }: LessonFacts,
): Promise<UserRow | null> {
  if ('email' in body) return isPlaceholderEmail(body.email) ? null : db.users.byEmail(body.email)
  const { user_id: id } = body
  const isKnown = id === authorId || members.has(id) || roles[asker.role].administers
  return isKnown || (await db.people.mayKnow(asker.id, id)) ? db.users.byId(id) : null
}
