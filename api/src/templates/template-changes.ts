import { judge } from '@anawim/lesson'
import type { templateRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError, invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import { requestLanguage } from '../http/request-language.ts'
import { firstContent } from '../lessons/first-content.ts'
import type { CanvasThread } from '../threads/canvas-thread.ts'
import { presentTemplate } from './present-template.ts'

type Changes = Omit<typeof templateRoutes, 'listTemplates' | 'getTemplate' | 'listAllTemplates'>

/** Proposals of one person that may wait at a time. */
const MOST_WAITING = 20

export function createTemplateChanges({ db }: ApiDeps, canvases: CanvasThread): HandlersOf<Changes> {
  return {
    async proposeTemplate({ login, params, body }) {
      if ((await db.templates.waitingOf(login.person.id)) >= MOST_WAITING) {
        throw new ApiError('conflict', 'The admins have not decided on your other proposals yet.')
      }
      const lesson = await db.lessons.withJson(params.id)
      if (!lesson) throw notFound()
      const row = { ...body, structure: lesson.json, authorId: login.person.id, isProposal: true }
      return presentTemplate(await db.templates.create(row))
    },

    async createTemplate({ login, body: { lesson_id: lessonId, ...details }, req }) {
      const lesson = lessonId === undefined ? null : await db.lessons.withJson(lessonId)
      const facts = lesson && (await db.lessons.facts(lesson.id))
      if (lessonId !== undefined && (!lesson || !facts || judge(login.person, 'duplicate', facts) !== 'allowed')) {
        throw invalidField('lesson_id', 'expected the id of a lesson that you may copy')
      }
      const structure = lesson?.json ?? JSON.stringify(firstContent(requestLanguage(req)))
      const row = { ...details, structure, authorId: login.person.id, isProposal: false }
      return presentTemplate(await db.templates.create(row))
    },

    async orderTemplates({ body }) {
      await db.templates.order(body.ids)
    },

    async updateTemplate({ params, body }) {
      return presented(await db.templates.update(params.id, body))
    },

    async openTemplate({ login, params }) {
      const make = (json: string) => canvases.run('make', { json, readersOnly: false })
      const lessonId = await db.templates.openCanvas(params.id, login.person.id, make)
      if (lessonId === null) throw notFound()
      return { lesson_id: lessonId }
    },

    async publishTemplate({ params }) {
      return presented(await db.templates.publish(params.id))
    },

    async withdrawTemplate({ params }) {
      return presented(await db.templates.withdraw(params.id))
    },

    async removeTemplate({ params }) {
      if (!(await db.templates.remove(params.id))) throw notFound()
    },
  }
}

function presented(row: Parameters<typeof presentTemplate>[0] | null) {
  if (!row) throw notFound()
  return presentTemplate(row)
}
