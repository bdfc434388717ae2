/** What the sockets carry beside Yjs updates. One definition for both ends. */
import { z } from 'zod'
import type { Change } from './changes.ts'
import type { LessonContent } from './content.ts'
import type { ErrorBody } from './errors.ts'

/**
 * Stateless messages of the editors' socket, server to client, as JSON text.
 * `saved`: the state vector (Yjs v1, base64) is durable, and so are the first `messages` sync messages (step 2 and
 * update) that the server received on this connection. `refused`: sync message number `message` (from 1) was refused.
 */
export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('saved'), stateVector: z.string(), messages: z.int().min(0) }),
  z.object({ type: z.literal('refused'), message: z.int().min(1), code: z.string() }),
  /** Postgres is away: edits go on, and are shown as not saved. Followed by `saved` when it is back. */
  z.object({ type: z.literal('retrying') }),
])
export type ServerMessage = z.output<typeof serverMessageSchema>

/** A person in a lesson, as the others see them. Set by the server, never by the client. */
export interface Presence {
  user: { id: number; name: string; color: string }
  pageId: string | null
  cursor: { x: number; y: number } | null
  /** Ids of elements. */
  selection: string[]
}

export const watchSchema = z.object({ lessonId: z.int().positive(), version: z.string().max(100).optional() })
export const unwatchSchema = z.object({ lessonId: z.int().positive() })
export const renewSchema = z.object({ token: z.string().max(4_000) })

export type WatchAnswer =
  | { ok: true; version: string; changes: Change[] }
  | { ok: true; version: string; title: string; content: LessonContent }
  | { ok: false; error: ErrorBody }

interface ActivePerson {
  id: number
  full_name: string
}

/** A lesson in which somebody is at this moment. */
export interface LessonActivity {
  lessonId: number
  title: string
  /** The first of them by name; `editorCount` says how many there are. */
  editors: ActivePerson[]
  editorCount: number
  viewers: ActivePerson[]
  /** With those who came by a link and have no name. */
  viewerCount: number
}

/** Who edits and who watches what: the lessons with the most people first; `lessonCount` says how many there are. */
export interface Activity {
  lessons: LessonActivity[]
  lessonCount: number
}

export type ActivityAnswer = { ok: true; activity: Activity } | { ok: false; error: ErrorBody }

/** The viewers' socket, client to server. */
export interface ViewerToServer {
  'lesson:watch': (request: z.input<typeof watchSchema>, answer: (result: WatchAnswer) => void) => void
  'lesson:unwatch': (request: z.input<typeof unwatchSchema>, answer?: (result: { ok: boolean }) => void) => void
  /** Admins only: what goes on now, and `activity` from then on. */
  'activity:watch': (request: Record<string, never>, answer: (result: ActivityAnswer) => void) => void
  'activity:unwatch': () => void
  'auth:renew': (request: z.input<typeof renewSchema>, answer: (result: { ok: boolean }) => void) => void
}

export interface LessonMotion {
  lessonId: number
  moves: [by: number, pageId: string | null, motion: string][]
  ended: number[]
}

/** The viewers' socket, server to client. */
export interface ServerToViewer {
  'lesson:patch': (patch: { lessonId: number; from: string; to: string; changes: Change[] }) => void
  /**
   * Gestures in progress, at most ten times a second, and nothing while nobody moves: `moves` of those that changed, as
   * `[by, pageId, motion]`, the motion in base64 (`motion.ts`), and `ended`. `by` is the number of a gesture, and says nothing of
   * who makes it; `pageId` is where its laser and ink are. One that ended is told after the patch with what it wrote.
   */
  'lesson:motion': (motion: LessonMotion) => void
  'lesson:gone': (gone: { lessonId: number; error: ErrorBody }) => void
  /** For who watches it, after it has changed; at most one in a while. */
  activity: (activity: Activity) => void
  /**
   * Something in the lists that this person sees has changed: ask the API again. Carries nothing but the id, and whether only the canvas
   * was edited (`canvas`), which those who have it open need not ask about.
   */
  'lessons:changed': (changed: { lessonId: number; canvas?: true }) => void
  /** One's own folders or favourites have changed, in another window. */
  'folders:changed': () => void
  /** One's own account has changed (role, name, suspension): ask `/api/auth/me` again. */
  'account:changed': () => void
}
