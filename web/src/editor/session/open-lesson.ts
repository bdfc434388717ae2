import type { Lesson } from '@anawim/api/contract'
import type { ErrorCode } from '@anawim/lesson'
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import { type FoundEdits } from '../../journal/edit-store.ts'
import { Journal } from '../../journal/journal.ts'
import { noteOpen } from '../../journal/open-lessons.ts'
import { ApiError } from '../../session/api-error.ts'
import { askLesson } from '../../session/ask-lesson.ts'
import { closeWhenSaved } from '../connection/close-when-saved.ts'
import { collabUrl, type Connection, openConnection } from '../connection/connection.ts'
import { guardLeaving } from '../connection/guard-leaving.ts'
import { readDoc } from '../connection/read-state.ts'
import { type ClosedReason, isAllSaved, wouldLoseEdits } from '../connection/save-state.ts'
import type { RefusedWork } from '../connection/refused-work.ts'
import { lessonTokens } from '../connection/token-source.ts'
import { TouchedParts } from '../connection/touched-parts.ts'
import { createUploadQueue } from '../../media/upload/upload-queue.ts'
import { laterCode } from '../../ui/later.ts'
import { createRoom } from '../together/room.ts'
import type { Editor } from './editor.ts'
import { createSession } from './session.ts'
import { tell } from './tell.tsx'
import { createValue } from './value.ts'

const replayCode = laterCode(() => import('../connection/replay-edits.ts'), 'whenIdle')
const uploadCode = laterCode(() => import('../../media/upload/upload-media.ts'), 'whenIdle')

/** One may read the lesson, not edit it. */
export class OnlyToRead extends Error {
  override name = 'OnlyToRead'
}

/** Unsaved edits of an earlier page, as they were found when the lesson was opened. */
export interface Arrivals {
  /** How many are in the lesson again, and when the first of them was made; null: none that the server had not. */
  broughtBack: { count: number; at: number } | null
  /** What cannot be joined to the lesson any more. */
  stranded: readonly FoundEdits[]
}

export interface OpenedLesson {
  lesson: Lesson
  editor: Editor
  arrivals: Arrivals
  /** Nobody looks at it any more: what is not saved yet still will be. */
  leave: () => void
  /** The server would not have its edits: ends it, and hands over what is lost. */
  abandon: () => Promise<RefusedWork>
}

/** Opens a lesson for editing. Throws ApiError, or OnlyToRead. */
export async function openLesson(id: number, userId: number, signal: AbortSignal): Promise<OpenedLesson> {
  const asked = askLesson(id, signal)
  const reading = readDoc(asked.state)
  const lesson = await asked.lesson
  if (!lesson.allowed.includes('edit')) throw new OnlyToRead()
  const tokens = lessonTokens(id)
  const journal = new Journal({ userId, lessonId: id, title: lesson.title, schemaVersion: SCHEMA_VERSION })
  const finding = journal.takeOver()
  const doc = await reading
  const connection = openConnection({
    doc,
    name: String(id),
    url: collabUrl(location),
    tokens,
    onEdit: (edit, update, isReplayed) => !isReplayed && journal.keep(edit, update),
  })
  const end = () => {
    touched.stop()
    connection.close()
    journal.close()
  }
  const touched = new TouchedParts(doc, () => connection.state.get().edits)
  let arrivals: Arrivals
  try {
    const [found] = await Promise.all([finding, loaded(connection)])
    arrivals = found.length > 0 ? await bringBack(found, connection, journal) : nothingArrived
    signal.throwIfAborted()
  } catch (error) {
    end()
    throw error
  }
  connection.state.subscribe(() => journal.savedUpTo(connection.state.get().saved))
  const editor = createEditor(connection, lesson, journal)
  const stopGuard = guardLeaving(connection.state, journal.isKeeping)
  const forget = noteOpen({
    userId,
    lessonId: id,
    title: editor.lesson.title.get,
    hasUnsaved: () => wouldLoseEdits(connection.state.get()),
  })
  const close = () => {
    editor.room?.destroy()
    editor.session.destroy()
    touched.stop()
  }
  return {
    lesson,
    editor,
    arrivals,
    leave() {
      close()
      closeWhenSaved(connection, () => {
        stopGuard()
        forget()
        journal.close()
      })
    },
    async abandon() {
      close()
      stopGuard()
      forget()
      connection.close()
      const keys = await journal.setAside()
      journal.close()
      const title = editor.lesson.title.get()
      const { saved, closed } = connection.state.get()
      return { doc, title, keys, isFull: closed === 'full', ...touched.since(saved) }
    },
  }
}

const nothingArrived: Arrivals = { broughtBack: null, stranded: [] }

/** Joins what earlier pages have left to the lesson that was just read. */
async function bringBack(found: FoundEdits[], { doc, state }: Connection, journal: Journal): Promise<Arrivals> {
  const { replayEdits } = await replayCode.whenHere()
  const before = state.get().edits
  const { joined, stranded } = replayEdits(doc, found)
  const keys = joined.map(({ key }) => key)
  if (state.get().edits > before) {
    journal.adopt(keys, state.get().edits)
    return { broughtBack: { count: joined.length, at: Math.min(...joined.map(({ at }) => at)) }, stranded }
  }
  // The server has all of it already, in its memory at least: once it calls everything saved, that is so.
  const dropWhenSaved = () => {
    if (!isAllSaved(state.get())) return
    stop()
    journal.adopt(keys, 0)
  }
  const stop = state.subscribe(dropWhenSaved)
  dropWhenSaved()
  return { broughtBack: null, stranded }
}

function createEditor(connection: Connection, lesson: Lesson, journal: Journal): Editor {
  return {
    session: createSession(connection.doc),
    room: createRoom(connection.awareness, connection.motions),
    saving: connection.state,
    keeping: { get: journal.isKeeping, subscribe: journal.subscribe },
    uploads: createUploadQueue(async (...file) => (await uploadCode.whenHere()).uploadMedia(...file)),
    lesson: { id: lesson.id, title: createValue(lesson.title) },
    tell,
  }
}

/** What the API would have said of a lesson that the socket refuses. */
const codes: Readonly<Record<ClosedReason, ErrorCode>> = {
  gone: 'not_found',
  forbidden: 'forbidden',
  unauthenticated: 'unauthenticated',
  suspended: 'account_suspended',
  refused: 'internal',
  full: 'internal',
  outdated: 'client_outdated',
}

/** Resolves when the document has been read from the server; throws when it will not be. */
function loaded({ state }: Connection): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const { isLoaded, closed } = state.get()
      if (!isLoaded && !closed) return
      stop()
      if (closed) reject(new ApiError(codes[closed], 0))
      else resolve()
    }
    const stop = state.subscribe(check)
    check()
  })
}
