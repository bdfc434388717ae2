/** Who has a viewer's socket: a person by the access token, or who holds a link by the link's. */
import type { Bearer, Database, LinkBearer } from '@anawim/db'
import { judge, judgeLinkHolder, type LessonFacts, type Person } from '@anawim/lesson'

export type ViewerBearer = Bearer | LinkBearer

/** Throws when the database is away. */
export async function verifyViewer(tokens: Database['tokens'], token: string): Promise<ViewerBearer | null> {
  return (await tokens.verifyAccess(token)) ?? tokens.verifyLink(token)
}

/** null: nobody whom we know. */
export function personOf(bearer: ViewerBearer): Person | null {
  return 'person' in bearer ? bearer.person : null
}

export function linkOf(bearer: ViewerBearer): number | null {
  return 'holder' in bearer ? bearer.holder.linkId : null
}

/** The same person, or the same link. */
export function isSameBearer(one: ViewerBearer, other: ViewerBearer): boolean {
  return personOf(one)?.id === personOf(other)?.id && linkOf(one) === linkOf(other)
}

export function mayRead(bearer: ViewerBearer, lessonId: number, facts: LessonFacts): boolean {
  const verdict =
    'person' in bearer ? judge(bearer.person, 'read', facts) : judgeLinkHolder(bearer.holder, 'read', lessonId, facts)
  return verdict === 'allowed'
}
