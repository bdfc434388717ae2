import type { Database, LessonRow, NewLesson, UserRow } from '@anawim/db'
import { newContent, type LessonContent, type Person, type RoleName } from '@anawim/lesson'

let made = 0

/** Somebody with an account. */
export async function person(db: Database, role: RoleName, fullName = `Person ${++made}`): Promise<UserRow> {
  const user = await db.users.create({ email: `p${++made}@school.test`, hashedPassword: 'x', fullName, role })
  if (user === 'email_taken') throw new Error('that e-mail is taken')
  return user
}

/** What the judge knows of an account. */
export function asking({ id, role, isActive }: UserRow): Person {
  return { id, role, isActive }
}

/** A page with that many rectangles. */
export function content(shapes = 0): LessonContent {
  const empty = newContent('p1', 'Page 1')
  const elements = Array.from({ length: shapes }, (_, index) => ({
    id: `e${index}`,
    kind: 'shape' as const,
    shape: 'rectangle' as const,
    x: index,
    y: 0,
    width: 10,
    height: 10,
    rotation: 0,
    fill: '#ffd43b',
    stroke: '#1f2937',
    strokeWidth: 2,
    opacity: 1,
  }))
  return { ...empty, pages: empty.pages.map((page) => ({ ...page, elements })) }
}

export function lesson(db: Database, author: UserRow, rest: Partial<NewLesson> = {}): Promise<LessonRow> {
  return db.lessons.create({ title: 'Phân số', content: content(), authorId: author.id, ...rest })
}
