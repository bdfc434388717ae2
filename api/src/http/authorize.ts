import type { Database } from '@anawim/db'
import {
  judge,
  judgeClass,
  judgeLinkHolder,
  roles,
  type LessonFacts,
  type LinkHolder,
  type Verdict,
} from '@anawim/lesson'
import type { Access } from '../contract/index.ts'
import { ApiError, notFound } from './api-error.ts'
import type { Login } from './handler.ts'

function forbidden(): ApiError {
  return new ApiError('forbidden', 'You may not do this.')
}

/**
 * May this person call a route of that access? `id`: the `:id` of its path. Throws 403 or 404 when not. Gives the facts of the lesson
 * when one was judged.
 */
export async function authorize(
  db: Database,
  access: Exclude<Access, 'public'>,
  { person }: Login,
  id: number | undefined,
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
  if ('class' in access) {
    const facts = id === undefined ? null : await db.classes.facts(id)
    demand(facts ? judgeClass(person, facts) : 'hidden')
    return undefined
  }
  const facts = id === undefined ? null : await db.lessons.facts(id)
  demand(facts ? judge(person, access.lesson, facts) : 'hidden')
  return facts ?? undefined
}

/** The same for who holds a link, and has no account. */
export async function authorizeHolder(
  db: Database,
  access: Extract<Access, { byLink?: true }>,
  holder: LinkHolder,
  lessonId: number | undefined,
): Promise<LessonFacts | undefined> {
  const facts = lessonId === undefined ? null : await db.lessons.facts(lessonId)
  demand(facts && lessonId !== undefined ? judgeLinkHolder(holder, access.lesson, lessonId, facts) : 'hidden')
  return facts ?? undefined
}

function demand(verdict: Verdict): void {
  if (verdict === 'hidden') throw notFound()
  if (verdict === 'forbidden') throw forbidden()
}
