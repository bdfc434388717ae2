import { judgeClass } from '@anawim/lesson'
import type { classShareRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'

/** Which classes a lesson is shared with. Sockets hear of changes through the database's events. */
export function createClassShareHandlers({ db }: ApiDeps): HandlersOf<typeof classShareRoutes> {
  return {
    async listSharedClasses({ params }) {
      const items = await db.classShares.list(params.id)
      return { items: items.map(({ id, name, pupilCount }) => ({ id, name, pupil_count: pupilCount })) }
    },

    async shareWithClass({ login, params, body }) {
      const found = await db.classes.byId(body.class_id)
      if (!found || judgeClass(login.person, found) !== 'allowed') {
        throw invalidField('class_id', 'there is no such class')
      }
      await db.classShares.put(params.id, found.id)
      return { id: found.id, name: found.name, pupil_count: found.pupilCount }
    },

    async unshareWithClass({ params }) {
      if (!(await db.classShares.remove(params.id, params.classId))) throw notFound()
    },
  }
}
