import type { ClassRow } from '@anawim/db'
import { roles } from '@anawim/lesson'
import type { classRoutes, SchoolClass } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { addressOf } from '../http/address-of.ts'
import { ApiError, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import type { RateLimits } from '../limits/rate-limits.ts'
import { classFull, createPupilHandlers } from './pupil-handlers.ts'

/** Classes: made and changed by their teachers, joined by students. */
export function createClassHandlers(deps: ApiDeps, limits: RateLimits): HandlersOf<typeof classRoutes> {
  const { db } = deps
  const present = async (id: number) => {
    const row = await db.classes.byId(id)
    if (!row) throw notFound()
    return presentClass(row)
  }

  return {
    ...createPupilHandlers(deps),

    async listClasses({ login: { person } }) {
      if (roles[person.role].createsLessons) return { items: (await db.classes.taughtBy(person.id)).map(presentClass) }
      return { items: (await db.classes.joinedBy(person.id)).map(presentToPupil) }
    },

    async createClass({ login, body }) {
      const made = await db.classes.create(login.person.id, body.name)
      if (made === 'too_many') throw new ApiError('too_many_classes', 'You have as many classes as you may have.')
      return presentClass(made)
    },

    async joinClass({ login: { person }, body, req }) {
      if (person.role !== 'student') throw new ApiError('forbidden', 'Only students join classes.')
      const found = await limits.code(`student ${person.id}`, addressOf(req.ip), async () => {
        const row = await db.classes.byJoinCode(body.code)
        if (!row) throw new ApiError('wrong_code', 'No class can be joined by this code.')
        return row
      })
      if ((await db.pupils.add(found.id, person.id)) === 'full') throw classFull()
      return presentToPupil(found)
    },

    async leaveClass({ login: { person }, params }) {
      // A code can be renewed only by a teacher of a class that its owner is in: without one, a lost card would be a lost account.
      const stays = (await db.pupils.list(params.id)).find(({ userId }) => userId === person.id)?.hasCode
      if (stays) throw new ApiError('forbidden', 'Your teacher made this account: ask them.')
      if (!(await db.pupils.remove(params.id, person.id))) throw notFound()
    },

    getClass: ({ params }) => present(params.id),

    async updateClass({ params, body }) {
      await db.classes.rename(params.id, body.name)
      return present(params.id)
    },

    deleteClass: ({ params }) => db.classes.remove(params.id),

    async openClass({ params }) {
      await db.classes.setJoinCode(params.id, true)
      return present(params.id)
    },

    async closeClass({ params }) {
      await db.classes.setJoinCode(params.id, false)
      return present(params.id)
    },
  }
}

function presentClass(row: ClassRow): SchoolClass {
  return {
    id: row.id,
    name: row.name,
    teacher: { id: row.teacherId, full_name: row.teacherName },
    join_code: row.joinCode,
    pupil_count: row.pupilCount,
    created_at: row.createdAt.toISOString(),
  }
}

function presentToPupil(row: ClassRow): SchoolClass {
  return { ...presentClass(row), join_code: null, pupil_count: null }
}
