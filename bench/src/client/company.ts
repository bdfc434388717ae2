/** Others in the lesson that a browser shows: real connections to the server, who drag. */
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { createClient } from '../load/create-client.ts'
import type { EditorDoor } from '../load/door.ts'

/** Thirty times a second, as the editor sends. */
const INTERVAL = 33

export interface Company {
  leave(): void
}

/** So many people, each of whom drags an element of their own from now on. */
export async function startDragging(teacher: ApiClient, lessonId: number, people: number): Promise<Company> {
  const doorAddress = `/api/lessons/${lessonId}/collab-token`
  const clients = await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const door = await teacher.ask<Omit<EditorDoor, 'protocol'>>('POST', doorAddress, {
        schemaVersion: SCHEMA_VERSION,
      })
      const client = createClient({
        door: { protocol: 'hocuspocus', ...door },
        element: `e${person}`,
        elements: 0,
        isEditor: true,
        isSampled: false,
        isFresh: false,
        events: { seen: () => {}, saved: () => {} },
      })
      await client.join()
      return client
    }),
  )
  let step = 0
  const timer = setInterval(() => {
    step++
    clients.forEach((client, person) => client.drag(person * 50 + (step % 100)))
  }, INTERVAL)
  return {
    leave() {
      clearInterval(timer)
      for (const client of clients) client.leave()
    },
  }
}
