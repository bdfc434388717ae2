import { makeLesson, makePeople, type People } from './people.ts'
import { school, type School } from './start-collab.ts'

/** What most tests begin with. */
export interface Opening {
  at: School
  people: People
  /** A draft of Alice's. */
  lessonId: number
}

/** People, and a draft of Alice's, in a school that the test closes. */
export async function openLesson(): Promise<Opening> {
  const at = await school()
  const people = await makePeople(at.db)
  return { at, people, lessonId: (await makeLesson(at.db, people.alice)).id }
}
