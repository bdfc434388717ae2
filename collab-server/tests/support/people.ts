import type { Database, LessonRow, UserRow } from '@anawim/db'
import type { LessonContent } from '@anawim/lesson'
import { newContent } from '@anawim/lesson'

const names = {
  alice: 'Nguyễn Thị Alice',
  bob: 'Trần Văn Bob',
  carol: 'Carol Lê',
  dave: 'Dave Phạm',
  erin: 'Erin Võ',
  root: 'Root Admin',
} as const
const roles = {
  alice: 'teacher',
  bob: 'teacher',
  carol: 'teacher',
  dave: 'student',
  erin: 'student',
  root: 'admin',
} as const

export type PersonName = keyof typeof names
export type People = Record<PersonName, UserRow>

/** Tests of a file share its database: their people differ by their addresses. */
let schools = 0

/** Alice owns what is made here; Bob and Carol teach, Dave and Erin learn, Root oversees. */
export async function makePeople(db: Database): Promise<People> {
  const address = `school${++schools}.example`
  const make = async (name: PersonName) => {
    const user = await db.users.create({
      email: `${name}@${address}`,
      hashedPassword: 'x',
      fullName: names[name],
      role: roles[name],
    })
    if (user === 'email_taken') throw new Error(`${name} is there already`)
    return [name, user] as const
  }
  const made: (readonly [PersonName, UserRow])[] = []
  for (const name of Object.keys(names) as PersonName[]) made.push(await make(name))
  return Object.fromEntries(made) as People
}

/** A draft of that author's, with one page `p1` unless content is given. */
export function makeLesson(db: Database, author: UserRow, content?: LessonContent): Promise<LessonRow> {
  return db.lessons.create({ title: 'Maps', authorId: author.id, content: content ?? newContent('p1', 'Page 1') })
}
