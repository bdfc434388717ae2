import { call } from '../session/call.ts'
import type { Snapshot } from './live-lesson.ts'

/** What readers get of a lesson now, over HTTP: compressed once, and the same bytes for a whole class. Throws ApiError. */
export async function fetchLiveLesson(id: number): Promise<Snapshot> {
  const { version, title, content } = await call('liveLesson', { params: { id } })
  return { version, view: { title, content } }
}
