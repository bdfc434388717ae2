import type { Database } from '@anawim/db'
import { judge, roles, type LessonFacts } from '@anawim/lesson'
import type { Access } from '../contract/index.ts'
import { ApiError, notFound } from './api-error.ts'
import type { Login } from './handler.ts'

function forbidden(): ApiError {
  return new ApiError('forbidden', 'You may not do this.')
}

/**
 * May this person call a route of that access? Throws 403 or 404 when not. Gives the facts of the lesson when one was judged.
 */
export async function authorize(
  db: Database,
  access: Exclude<Access, 'public'>,
  { person }: Login,
  lessonId: number | undefined,
): Promise<LessonFacts | undefined> {
  if (access === 'self') return undefined
  const role = roles[person.role]
  if ('role' in access) {
    if (!role.administers) throw forbidden()
    return undefined
  }
  if ('creates' in access) {
    if (!role.createsLessons) throw forbidden()
    return undefined
  }
  const facts = lessonId === undefined ? null : await db.lessons.facts(lessonId)
  if (!facts) throw notFound()
  const verdict = judge(person, access.lesson, facts)
  if (verdict === 'hidden') throw notFound()
  if (verdict === 'forbidden') throw forbidden()
  return facts
}
