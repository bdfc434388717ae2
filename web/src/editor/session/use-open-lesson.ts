import type { Lesson } from '@anawim/api/contract'
import type { ErrorCode } from '@anawim/lesson'
import { useCallback, useEffect, useState } from 'react'
import * as Y from 'yjs'
import { ApiError } from '../../session/api-error.ts'
import { call } from '../../session/call.ts'
import { collabUrl, type Connection, openConnection } from '../connection/connection.ts'
import type { ClosedReason } from '../connection/save-state.ts'
import { lessonTokens } from '../connection/token-source.ts'
import { createUploadQueue } from '../images/upload-queue.ts'
import { uploadImage } from '../images/upload.ts'
import { createRoom } from '../together/room.ts'
import type { Editor } from './editor.ts'
import { createSession } from './session.ts'
import { tell } from './tell.tsx'
import { createValue } from './value.ts'
import { watchLesson } from './watch-lesson.ts'

type Opening =
  | { status: 'opening' }
  | { status: 'failed'; error: unknown }
  | { status: 'open'; lesson: Lesson; editor: Editor; reload: () => void }

/** What the API would have said of a lesson that the socket refuses. */
const codes: Readonly<Record<ClosedReason, ErrorCode>> = {
  gone: 'not_found',
  forbidden: 'forbidden',
  unauthenticated: 'unauthenticated',
  suspended: 'account_suspended',
  refused: 'internal',
  outdated: 'client_outdated',
}

/** Opens a lesson for editing, and closes it with the component. Who may only read is led to the readers' page. */
export function useOpenLesson(id: number): Opening {
  const [state, setState] = useState<Opening>({ status: 'opening' })
  const take = useCallback((lesson: Lesson) => {
    setState((before) => (before.status === 'open' ? { ...before, lesson } : before))
  }, [])
  const reload = useCallback(async () => take(await call('getLesson', { params: { id } })), [id, take])
  useEffect(() => {
    const ending = new AbortController()
    const closing: (() => void)[] = []
    const open = async () => {
      const lesson = await call('getLesson', { params: { id } }, { signal: ending.signal })
      if (!lesson.allowed.includes('edit')) return location.replace(`/lessons/${id}/view`)
      const doc = new Y.Doc()
      const connection = openConnection(doc, String(id), collabUrl(location), lessonTokens(id))
      closing.push(() => connection.close())
      await loaded(connection)
      if (ending.signal.aborted) return
      const editor = createEditor(doc, connection, lesson)
      closing.unshift(() => {
        editor.room?.destroy()
        editor.session.destroy()
      })
      setState({ status: 'open', lesson, editor, reload: () => void reload() })
      closing.unshift(
        watchLesson(id, (row) => {
          editor.lesson.title.set(row.title)
          take(row)
        }),
      )
    }
    open().catch((error: unknown) => {
      if (!ending.signal.aborted) setState({ status: 'failed', error })
    })
    return () => {
      ending.abort()
      for (const close of closing) close()
    }
  }, [id, reload, take])
  return state
}

function createEditor(doc: Y.Doc, connection: Connection, lesson: Lesson): Editor {
  return {
    session: createSession(doc),
    room: createRoom(connection.awareness),
    saving: connection.state,
    uploads: createUploadQueue(uploadImage),
    lesson: { id: lesson.id, title: createValue(lesson.title) },
    tell,
  }
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
