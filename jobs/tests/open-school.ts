import { testDatabase, type TestDatabase } from '@anawim/db/testing'
import { newContent, type LessonContent } from '@anawim/lesson'

/** A database with one teacher in it. */
export async function openSchool(): Promise<TestDatabase & { authorId: number }> {
  const database = await testDatabase()
  const lan = { email: 'lan@school.vn', hashedPassword: 'x', fullName: 'Lan', role: 'teacher' } as const
  const author = await database.db.users.create(lan)
  if (author === 'email_taken') throw new Error('the test database is not empty')
  return { ...database, authorId: author.id }
}

/** One page, all in that colour. */
export function withShape(fill: string): LessonContent {
  const content = newContent('p1', 'Trang 1')
  const box = { x: 0, y: 0, width: 1280, height: 720, rotation: 0 }
  const look = { shape: 'rectangle', fill, stroke: 'transparent', strokeWidth: 0 } as const
  content.pages[0]?.elements.push({ id: 'e1', kind: 'shape', ...look, ...box })
  return content
}
