import type { peopleRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import type { HandlersOf } from '../http/handler.ts'

/** Finding people to share with. */
export function createPeopleHandlers({ db }: ApiDeps): HandlersOf<typeof peopleRoutes> {
  return {
    async findPeople({ login, query: { search, limit } }) {
      const found = await db.people.search(login.person.id, search, limit)
      return {
        items: found.map(({ id, fullName, role, classNames }) => ({
          user: { id, full_name: fullName },
          role,
          class_names: classNames,
        })),
      }
    },
  }
}
