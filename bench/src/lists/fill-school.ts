import type { Database } from '@anawim/db'

/** Words as a school's: each title has three, one of them in every sixtieth; each canvas three, two of them rare. */
const FILL = `
  INSERT INTO lessons (title, topic, level, description, content, author_id, status, is_public, updated_at, canvas_words)
  SELECT 'chương' || n % 600 || ' phần' || n % 59 || ' bài' || n, 'Chủ đề ' || n % 40, 'Lớp ' || n % 12,
         repeat('Học sinh làm việc theo nhóm. ', 5), '{"version":1,"pages":[]}', ?::integer,
         CASE WHEN n % 3 = 0 THEN 'published' ELSE 'draft' END, n % 3 = 0, now() - n * interval '1 minute',
         array_to_tsvector(ARRAY['tu' || n % 1200, 'nghia' || n % 1187, 'trang'])
  FROM generate_series(?::integer, ?::integer, ?::integer) n`

/** Lessons that one statement adds. */
const AT_ONCE = 5_000

/** Makes that many lessons of twenty teachers; gives one of them. */
export async function fillSchool({ knex, users }: Database, lessons: number): Promise<{ id: number; email: string }> {
  const teachers = []
  for (let number = 0; number < 20; number++) {
    const email = `teacher${number}@bench.example`
    const made = await users.create({ email, hashedPassword: '-', fullName: `Giáo viên ${number}`, role: 'teacher' })
    if (made === 'email_taken') throw new Error('the school was filled before')
    teachers.push(made)
  }
  for (const [place, { id }] of teachers.entries()) {
    for (let first = place + 1; first <= lessons; first += AT_ONCE * teachers.length) {
      const last = Math.min(lessons, first + (AT_ONCE - 1) * teachers.length)
      await knex.raw(FILL, [id, first, last, teachers.length])
    }
  }
  await knex.raw('VACUUM (ANALYZE)')
  const [one] = teachers
  if (!one) throw new Error('no teacher')
  return one
}
