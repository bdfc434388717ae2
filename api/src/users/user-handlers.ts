import { createPasswords } from '../auth/passwords.ts'
import { makeTemporaryPassword } from '../auth/temporary-password.ts'
import type { ApiDeps } from '../deps.ts'
import type { userRoutes } from '../contract/index.ts'
import { ApiError, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import { presentUser } from './present-user.ts'

/** The admin's list of accounts. What changes here reaches sockets through the database's events. */
export function createUserHandlers({ db, config }: ApiDeps): HandlersOf<typeof userRoutes> {
  const passwords = createPasswords(config.bcryptCost)

  return {
    async listUsers({ query: { skip, limit, search, role, is_active: isActive } }) {
      const { items, total } = await db.users.list({ skip, limit, search, role, isActive })
      return { items: items.map(presentUser), total, skip, limit }
    },

    async updateUser({ params, body }) {
      const updated = await db.users.update(params.id, { role: body.role, isActive: body.is_active })
      if (updated === 'last_admin') throw new ApiError('last_admin', 'The last active admin must stay one.')
      if (!updated) throw notFound()
      return presentUser(updated)
    },

    async setTemporaryPassword({ params }) {
      if (!(await db.users.byId(params.id))) throw notFound()
      const password = makeTemporaryPassword()
      await db.users.setPassword(params.id, await passwords.hash(password), { mustChange: true })
      return { password }
    },
  }
}
