import type { VersionRow } from '@anawim/db'
import { createHash } from 'node:crypto'
import { lessonLimits, type versionRoutes } from '../contract/index.ts'
import { cutText } from '../cut-text.ts'
import type { ApiDeps } from '../deps.ts'
import { answerNotModified } from '../http/answer-not-modified.ts'
import { ApiError, notFound } from '../http/api-error.ts'
import { answered, type HandlerRequest, type HandlersOf } from '../http/handler.ts'
import { requestLanguage } from '../http/request-language.ts'
import { firstContent } from '../lessons/first-content.ts'
import { presentNew } from '../lessons/present-lesson.ts'
import type { CanvasThread } from '../threads/canvas-thread.ts'
import { presentVersion } from './present-version.ts'
import { createStateHandler } from './state-handler.ts'

type Routes = typeof versionRoutes

/** What was kept of a lesson. Nothing here writes the lesson itself: a version comes back as a copy. */
export function createVersionHandlers({ db }: ApiDeps, canvases: CanvasThread): HandlersOf<Routes> {
  const versionOf = async ({ id, versionId }: { id: number; versionId: number }) => {
    const [version, canvas] = await Promise.all([db.versions.byId(id, versionId), db.versions.states(id, versionId)])
    if (!version || !canvas) throw notFound()
    return { version, canvas }
  }
  /** A version that this person may rename and remove. */
  const changeable = async (request: HandlerRequest<Routes['renameVersion'] | Routes['removeVersion']>) => {
    const { params, login, facts } = request
    const version = await db.versions.byId(params.id, params.versionId)
    if (!version) throw notFound()
    if (!presentVersion(version, login, facts).is_changeable) throw new ApiError('forbidden', 'Somebody else named it.')
    return version
  }

  return {
    lessonState: createStateHandler(db.snapshots, canvases),

    async listVersions({ login, facts, params }) {
      const versions = await db.versions.list(params.id)
      return { items: versions.map((version) => presentVersion(version, login, facts)) }
    },

    async keepVersion({ login, facts, params, body }) {
      const kept = await db.versions.keep(params.id, { name: body.name ?? null, authorId: login.person.id })
      return presentVersion(found(kept), login, facts)
    },

    async getVersion({ login, facts, params, req, res }) {
      const { version, canvas } = await versionOf(params)
      const head = JSON.stringify(presentVersion(version, login, facts))
      const digest = createHash('sha256').update(head).digest('base64url').slice(0, 16)
      if (answerNotModified(req, res, `"${digest}"`)) return answered
      const content = await canvases.run('read', canvas)
      // The text is canonical already: it is not read and written again only to stand inside of another.
      res.type('json').end(`${head.slice(0, -1)},"content":${content}}`)
      return answered
    },

    async renameVersion(request) {
      const { params, login, facts, body } = request
      await changeable(request)
      const renamed = { name: body.name, authorId: login.person.id }
      return presentVersion(found(await db.versions.rename(params.id, params.versionId, renamed)), login, facts)
    },

    async removeVersion(request) {
      const { params } = request
      const { name } = await changeable(request)
      if (name === null) throw new ApiError('conflict', 'Versions without a name go by themselves.')
      if (!(await db.versions.remove(params.id, params.versionId))) throw notFound()
    },

    async restoreVersion({ login, params, body, req, res }) {
      const lesson = await db.lessons.byId(params.id)
      if (!lesson) throw notFound()
      const { version, canvas } = await versionOf(params)
      const row = await db.lessons.create({
        title: body.title ?? copyTitle(lesson.title, version, requestLanguage(req)),
        description: lesson.description,
        level: lesson.level,
        topic: lesson.topic,
        duration: lesson.duration,
        authorId: login.person.id,
        // A version of a lesson whose pages were all deleted has none.
        content: (await canvases.run('copy', canvas)) ?? firstContent(requestLanguage(req)),
      })
      return presentNew(row, login, res)
    },
  }
}

function found(version: VersionRow | 'too_many' | null): VersionRow {
  if (!version) throw notFound()
  if (version === 'too_many')
    throw new ApiError('too_many_versions', 'The lesson has as many named versions as it may.')
  return version
}

/** The title with the version's name or day, cut before it so that both stay within the limit. */
function copyTitle(title: string, { name, createdAt }: VersionRow, language: 'vi' | 'en'): string {
  const day = createdAt.toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })
  const mark = ` (${name ?? day})`
  return cutText(title, lessonLimits.title - mark.length) + mark
}
