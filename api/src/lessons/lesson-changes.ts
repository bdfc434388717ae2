import type { LessonRow } from '@anawim/db'
import type { LessonFacts } from '@anawim/lesson'
import type { Response } from 'express'
import type { Lesson, lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { notFound } from '../http/api-error.ts'
import type { HandlersOf, Login } from '../http/handler.ts'
import { changedSince, expectedRevisions, lessonEtag } from './lesson-etag.ts'
import { factsOf, presentLesson } from './present-lesson.ts'

type Changes = Pick<
  typeof lessonRoutes,
  'updateLesson' | 'deleteLesson' | 'restoreLesson' | 'publishLesson' | 'unpublishLesson'
>

export function createLessonChanges({ db }: ApiDeps): HandlersOf<Changes> {
  return {
    async updateLesson({ login, facts, params, body, req, res }) {
      const row = await db.lessons.update(params.id, body, expectedRevisions(req.headers['if-match']))
      if (row === 'stale') throw changedSince()
      return presentChanged(row, login, facts, res)
    },

    async deleteLesson({ params }) {
      if (!(await db.lessons.trash(params.id))) throw notFound()
    },

    async restoreLesson({ login, facts, params, res }) {
      // Restoring what is not in the trash (a second click) changes nothing.
      const row = facts.isDeleted ? await db.lessons.restore(params.id) : await db.lessons.byId(params.id)
      return presentChanged(row, login, facts, res)
    },

    async publishLesson({ login, facts, params, body, res }) {
      const isPublic = body.is_public ?? facts.isPublic
      return presentChanged(await db.lessons.publish(params.id, { isPublic }), login, facts, res)
    },

    async unpublishLesson({ login, facts, params, res }) {
      return presentChanged(await db.lessons.unpublish(params.id), login, facts, res)
    },
  }
}

/** The lesson as it is after the change; 404 when it went away in between. */
function presentChanged(row: LessonRow | null, { person }: Login, { members }: LessonFacts, res: Response): Lesson {
  if (!row) throw notFound()
  const lesson = presentLesson(row, person, factsOf(row, members))
  res.set('ETag', lessonEtag(row, lesson))
  return lesson
}
