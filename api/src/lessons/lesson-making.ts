import type { LessonRow } from '@anawim/db'
import { forReaders, judge, newContent, newId, type LessonContent } from '@anawim/lesson'
import type { Response } from 'express'
import { lessonLimits, type Lesson, type lessonRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { cutText } from '../cut-text.ts'
import { notFound } from '../http/api-error.ts'
import type { HandlersOf, Login } from '../http/handler.ts'
import { requestLanguage } from '../http/request-language.ts'
import { lessonEtag } from './lesson-etag.ts'
import { factsOf, presentLesson } from './present-lesson.ts'

const firstPageName = { vi: 'Trang 1', en: 'Page 1' }
const copyMark = { vi: ' (bản sao)', en: ' (copy)' }

type Making = Pick<typeof lessonRoutes, 'createLesson' | 'duplicateLesson'>

export function createLessonMaking({ db }: ApiDeps): HandlersOf<Making> {
  return {
    async createLesson({ login, body: { content, title, description, level, topic, duration }, req, res }) {
      const firstPage = () => newContent(newId(), firstPageName[requestLanguage(req)])
      const row = await db.lessons.create({
        title,
        description,
        level,
        topic,
        duration,
        authorId: login.person.id,
        content: content ?? firstPage(),
      })
      return presentNew(row, login, res)
    },

    async duplicateLesson({ login, facts, params, req, res }) {
      const original = await db.lessons.withContent(params.id)
      if (!original) throw notFound()
      const language = requestLanguage(req)
      const seesAll = judge(login.person, 'edit', facts) === 'allowed'
      const content: LessonContent = seesAll ? original.content : forReaders(original.content)
      const row = await db.lessons.create({
        title: copyTitle(original.title, copyMark[language]),
        description: original.description,
        level: original.level,
        topic: original.topic,
        duration: original.duration,
        authorId: login.person.id,
        content: content.pages.length > 0 ? content : newContent(newId(), firstPageName[language]),
      })
      return presentNew(row, login, res)
    },
  }
}

function presentNew(row: LessonRow, { person }: Login, res: Response): Lesson {
  const lesson = presentLesson(row, person, factsOf(row, new Map()))
  res.set('Location', `/api/lessons/${row.id}`).set('ETag', lessonEtag(row, lesson))
  return lesson
}

/** The title with the mark, cut before it so that both stay within the limit. */
function copyTitle(title: string, mark: string): string {
  return cutText(title, lessonLimits.title - mark.length) + mark
}
