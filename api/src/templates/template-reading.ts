import { roles, type LessonContent } from '@anawim/lesson'
import type { templateRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { notFound } from '../http/api-error.ts'
import { answerNotModified } from '../http/answer-not-modified.ts'
import { answered, type HandlersOf } from '../http/handler.ts'
import { answerEtag } from '../http/answer-etag.ts'
import { presentTemplate } from './present-template.ts'

type Reading = Pick<typeof templateRoutes, 'listTemplates' | 'getTemplate' | 'listAllTemplates'>

export function createTemplateReading({ db }: ApiDeps): HandlersOf<Reading> {
  return {
    async listTemplates({ query, req, res }) {
      const { items, total } = await db.templates.list({ isPublished: true, ...query })
      const answer = { items: items.map(presentTemplate), total, skip: query.skip, limit: query.limit }
      return answerNotModified(req, res, answerEtag(answer)) ? answered : answer
    },

    async getTemplate({ login, params }) {
      const row = await db.templates.byId(params.id)
      const seesAll = roles[login.person.role].administers
      const json = row && (await db.templates.structure(params.id, !seesAll))
      if (!row || json === null) throw notFound()
      return { ...presentTemplate(row), structure: JSON.parse(json) as LessonContent }
    },

    async listAllTemplates({ query }) {
      const { items, total } = await db.templates.list({ isPublished: false, ...query })
      return { items: items.map(presentTemplate), total, skip: query.skip, limit: query.limit }
    },
  }
}
