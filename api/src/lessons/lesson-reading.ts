import { forReaders, judge } from '@anawim/lesson'
import type { lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { notFound } from '../http/api-error.ts'
import { answerEtag } from '../http/answer-etag.ts'
import { answerNotModified } from '../http/answer-not-modified.ts'
import { answered, type HandlersOf } from '../http/handler.ts'
import { lessonEtag } from './lesson-etag.ts'
import { factsOf, presentLesson } from './present-lesson.ts'

type Reading = Pick<typeof lessonRoutes, 'listLessons' | 'lessonFacets' | 'getLesson'>

export function createLessonReading({ db }: ApiDeps): HandlersOf<Reading> {
  return {
    async listLessons({ login: { person }, query: { folder_id: folderId, ...query }, req, res }) {
      const { items, total } = await db.lessons.list({ person, folderId, ...query })
      const present = ({ memberRole, isFavourite, folderId: folder, ...row }: (typeof items)[number]) => ({
        ...presentLesson(row, person, factsOf(row, new Map(memberRole ? [[person.id, memberRole]] : []))),
        is_favourite: isFavourite,
        folder_id: folder,
      })
      const answer = { items: items.map(present), total, skip: query.skip, limit: query.limit }
      return answerNotModified(req, res, answerEtag(answer)) ? answered : answer
    },

    lessonFacets: ({ login }) => db.lessons.facets(login.person),

    async getLesson({ login: { person }, facts, params, req, res }) {
      const row = await db.lessons.withContent(params.id)
      if (!row) throw notFound()
      const lesson = presentLesson(row, person, facts)
      if (answerNotModified(req, res, lessonEtag(row, lesson))) return answered
      const seesAll = judge(person, 'edit', facts) === 'allowed'
      return { ...lesson, content: seesAll ? row.content : forReaders(row.content) }
    },
  }
}
