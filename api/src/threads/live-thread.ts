import type { LiveTasks } from './live-work.ts'
import { createWorkThread, type WorkThread } from './work-thread.ts'

/** What readers get of a lesson, made beside the event loop. A thread of its own: a class that comes in waits for no version that is opened. */
export type LiveThread = WorkThread<LiveTasks>

export function createLiveThread(): LiveThread {
  return createWorkThread('live', new URL('./live-work.ts', import.meta.url))
}
