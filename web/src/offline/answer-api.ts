import { forgetLesson, forgetLessons, keepLesson, keptLesson, type LessonCaches } from './recent-lessons.ts'
import type { RequestEvent } from './worker-scope.ts'

/** Somebody comes or goes: whoever was here before leaves nothing. */
const CHANGES_PERSON = /^\/api\/auth\/(login|code-login|register|logout|invitation\/accept|reset-password|oidc\/.+)\/?$/
/** When these refuse, the person is out. */
const KNOWS_PERSON = /^\/api\/auth\/(me|refresh)\/?$/
const LIVE = /^\/api\/lessons\/(\d+)\/live\/?$/
const EDITED = /^\/api\/lessons\/(\d+)\/collab-token\/?$/

/** How often somebody came or went: what was on its way to be kept meanwhile is of who was here before. */
let changes = 0

/** Nobody who was here leaves anything. */
function forgetAll(caches: LessonCaches): Promise<void> {
  changes += 1
  return forgetLessons(caches)
}

async function keep(caches: LessonCaches, personId: string, lessonId: number, answer: Response): Promise<void> {
  const before = changes
  await keepLesson(caches, personId, lessonId, answer)
  if (changes !== before) await forgetLessons(caches)
}

/** The answer to a request of the API that concerns what is kept; null: it does not, and goes its way. */
export function answerApi(caches: LessonCaches, event: RequestEvent): Promise<Response> | null {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (CHANGES_PERSON.test(pathname)) {
    event.waitUntil(forgetAll(caches))
    return null
  }
  if (KNOWS_PERSON.test(pathname)) return answerAbout(caches, event)
  const personId = personOf(request)
  const [, live] = LIVE.exec(pathname) ?? []
  if (live !== undefined && personId !== null && request.method === 'GET') {
    return answerLive(caches, event, personId, Number(live))
  }
  const [, edited] = EDITED.exec(pathname) ?? []
  if (edited !== undefined && personId !== null) return answerEdited(caches, event, personId, Number(edited))
  return null
}

async function answerAbout(caches: LessonCaches, event: RequestEvent): Promise<Response> {
  const answer = await fetch(event.request)
  if (answer.status === 401 || answer.status === 403) event.waitUntil(forgetAll(caches))
  return answer
}

async function answerLive(
  caches: LessonCaches,
  event: RequestEvent,
  personId: string,
  lessonId: number,
): Promise<Response> {
  const before = changes
  let answer
  try {
    answer = await fetch(event.request)
  } catch (error) {
    const kept = await keptLesson(caches, personId, lessonId)
    if (kept) return kept
    throw error
  }
  if (answer.status === 200 && changes === before) event.waitUntil(keep(caches, personId, lessonId, answer.clone()))
  else if (answer.status === 403 || answer.status === 404) event.waitUntil(forgetLesson(caches, personId, lessonId))
  return answer
}

/** Who opens a lesson to edit it can read it later, too. */
async function answerEdited(
  caches: LessonCaches,
  event: RequestEvent,
  personId: string,
  lessonId: number,
): Promise<Response> {
  const authorization = event.request.headers.get('authorization') ?? ''
  const answer = await fetch(event.request)
  if (answer.ok) event.waitUntil(keepAsReader(caches, personId, lessonId, authorization))
  return answer
}

async function keepAsReader(
  caches: LessonCaches,
  personId: string,
  lessonId: number,
  authorization: string,
): Promise<void> {
  const before = changes
  const answer = await fetch(`/api/lessons/${lessonId}/live`, { headers: { authorization } })
  if (answer.status === 200 && changes === before) await keep(caches, personId, lessonId, answer)
}

/** Whose access token it is; null when it is none. What the server then answers is the proof; who holds a link is nobody. */
function personOf(request: Request): string | null {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (payload === undefined) return null
  try {
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
      sub?: unknown
      aud?: unknown
    }
    return claims.aud === 'api' && typeof claims.sub === 'string' ? claims.sub : null
  } catch {
    return null
  }
}
