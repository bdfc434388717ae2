import { connectEditor } from './connect-editor.ts'
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

/** A server has been there before, and Alice has drawn these. */
export async function drawBefore({ at, people, lessonId }: Opening, ...ids: string[]): Promise<void> {
  const server = await at.start()
  const alice = await connectEditor(server, people.alice, lessonId)
  for (const id of ids) alice.draw(id)
  await alice.whenSaved()
  alice.leave()
  await server.stop()
}
