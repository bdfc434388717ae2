import type { MadeCanvas } from '@anawim/db'
import { judge, roles } from '@anawim/lesson'
import { lessonLimits, type lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { cutText } from '../cut-text.ts'
import { invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf, Login } from '../http/handler.ts'
import { requestLanguage } from '../http/request-language.ts'
import type { CanvasThread } from '../threads/canvas-thread.ts'
import { makeCanvas } from '../threads/make-canvas.ts'
import { firstContent } from './first-content.ts'
import { presentNew } from './present-lesson.ts'

const copyMark = { vi: ' (bản sao)', en: ' (copy)' }

type Making = Pick<typeof lessonRoutes, 'createLesson' | 'duplicateLesson'>

/** Characters of JSON whose document is made within two milliseconds: no thread is begun for it. */
const SMALL = 10_000

export function createLessonMaking({ db }: ApiDeps, canvases: CanvasThread): HandlersOf<Making> {
  const canvasFor = (json: string, readersOnly = false): MadeCanvas | null | Promise<MadeCanvas | null> =>
    json.length <= SMALL ? makeCanvas({ json, readersOnly }) : canvases.run('make', { json, readersOnly })

  async function structureOf(templateId: number, { person }: Login): Promise<string> {
    const structure = await db.templates.structure(templateId, !roles[person.role].administers)
    if (structure !== null) return structure
    throw invalidField('template_id', 'expected the id of a published template')
  }

  return {
    async createLesson({
      login,
      body: { content, template_id, title, description, level, topic, duration },
      req,
      res,
    }) {
      const given =
        typeof template_id === 'number' ? await structureOf(template_id, login) : content && JSON.stringify(content)
      const row = await db.lessons.create({
        title,
        description,
        level,
        topic,
        duration,
        authorId: login.person.id,
        templateId: template_id,
        content: (given && (await canvasFor(given))) || firstContent(requestLanguage(req)),
      })
      return presentNew(row, login, res)
    },

    async duplicateLesson({ login, facts, params, req, res }) {
      const original = await db.lessons.withJson(params.id)
      if (!original) throw notFound()
      const language = requestLanguage(req)
      const seesAll = judge(login.person, 'edit', facts) === 'allowed'
      const row = await db.lessons.create({
        title: copyTitle(original.title, copyMark[language]),
        description: original.description,
        level: original.level,
        topic: original.topic,
        duration: original.duration,
        templateId: original.templateId,
        authorId: login.person.id,
        content: (await canvasFor(original.json, !seesAll)) ?? firstContent(language),
      })
      return presentNew(row, login, res)
    },
  }
}

/** The title with the mark, cut before it so that both stay within the limit. */
function copyTitle(title: string, mark: string): string {
  return cutText(title, lessonLimits.title - mark.length) + mark
}
