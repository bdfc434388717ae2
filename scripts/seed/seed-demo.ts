import type { Database, UserRow } from '@anawim/db'
import type { DemoLesson } from './demo-lesson.ts'
import { englishLessons } from './lessons-en.ts'
import { vietnameseLessons } from './lessons-vi.ts'
import { demoPassword, demoPeople, type DemoName } from './people.ts'

const demoLessons = [...vietnameseLessons, ...englishLessons]

/** Makes the people and lessons of the demo that are not there yet; run twice it changes nothing. Answers how many of each it made. */
export async function seedDemo(
  db: Database,
  passwords: { hash(password: string): Promise<string> },
): Promise<{ people: number; lessons: number }> {
  let people = 0
  const users = {} as Record<DemoName, UserRow>
  for (const name of Object.keys(demoPeople) as DemoName[]) {
    const { email, fullName, role } = demoPeople[name]
    const existing = await db.users.byEmail(email)
    if (existing) {
      users[name] = existing
      continue
    }
    const made = await db.users.create({ email, fullName, role, hashedPassword: await passwords.hash(demoPassword) })
    if (made === 'email_taken') throw new Error(`${email} was taken while it was made: run the command again`)
    users[name] = made
    people++
  }
  let lessons = 0
  for (const lesson of demoLessons) {
    if (await isThere(db, lesson, users[lesson.author])) continue
    await makeLesson(db, lesson, users)
    lessons++
  }
  return { people, lessons }
}

/** In the trash counts as there: who threw it away does not want it again. */
async function isThere(db: Database, { title }: DemoLesson, author: UserRow): Promise<boolean> {
  const person = { id: author.id, role: author.role, isActive: true }
  for (const trash of [false, true]) {
    const { items } = await db.lessons.list({ person, skip: 0, limit: 100, search: title, sort: 'title', trash })
    if (items.some((item) => item.title === title && item.author.id === author.id)) return true
  }
  return false
}

async function makeLesson(db: Database, lesson: DemoLesson, users: Record<DemoName, UserRow>): Promise<void> {
  const { author, shared, ...details } = lesson
  const { id } = await db.lessons.create({ ...details, authorId: users[author].id })
  // The two teachers work on each other's drafts; students are added where not everyone is.
  if (shared === 'draft') await db.members.put(id, users[author === 'lan' ? 'grace' : 'lan'].id, 'editor')
  if (shared === 'people')
    for (const student of ['minh', 'mai'] as const) await db.members.put(id, users[student].id, 'viewer')
  if (shared !== 'draft') await db.lessons.publish(id, { isPublic: shared === 'everyone' })
}

/** What a person needs to try the demo, a line each. */
export function demoLogins(): string[] {
  return [
    ...Object.values(demoPeople).map(({ email, role }) => `${role.padEnd(8)} ${email}`),
    `password for all: ${demoPassword}`,
  ]
}
