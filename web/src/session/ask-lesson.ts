import type { Lesson } from '@anawim/api/contract'
import { call, freshToken } from './call.ts'
import { heldToken } from './token-store.ts'

/** What the editor needs of a lesson before it can open it. */
export interface AskedLesson {
  /** Rejects with an ApiError. */
  lesson: Promise<Lesson>
  /** The last snapshot of its document, Yjs v2: packed, and from a cache. Rejects when there is none that can be had. */
  state: Promise<Uint8Array>
}

/** Milliseconds. The socket brings everything too, only in more bytes: nobody waits long for the shorter way. */
const PATIENCE = 5_000

let early: (AskedLesson & { id: number; token: string | null }) | null = null

/** Asks for a lesson that will be opened soon, while the code that opens it is on its way. */
export function askLessonEarly(id: number): void {
  const asked = ask(id)
  early = { id, token: heldToken(), ...asked }
  // What fails here is asked for again.
  const forget = () => {
    early = null
  }
  asked.lesson.catch(forget)
  asked.state.catch(forget)
}

/** Asks for a lesson; once, what was asked for early, unless somebody else is logged in by now. */
export function askLesson(id: number, signal: AbortSignal): AskedLesson {
  const before = early
  early = null
  return before?.id === id && before.token === heldToken() ? before : ask(id, signal)
}

function ask(id: number, signal?: AbortSignal): AskedLesson {
  return {
    lesson: call('getLesson', { params: { id } }, signal && { signal }),
    state: fetchState(id, signal),
  }
}

async function fetchState(lessonId: number, signal?: AbortSignal): Promise<Uint8Array> {
  const token = await freshToken()
  const patience = AbortSignal.timeout(PATIENCE)
  const response = await fetch(`/api/lessons/${lessonId}/state`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  })
  if (!response.ok) throw new Error(`No snapshot: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
