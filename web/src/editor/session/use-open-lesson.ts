import type { Lesson } from '@anawim/api/contract'
import { useCallback, useEffect, useState } from 'react'
import { findEdits, type FoundEdits } from '../../journal/edit-store.ts'
import { asApiError } from '../../session/api-error.ts'
import { call } from '../../session/call.ts'
import { isAnythingLost, type RefusedWork } from '../connection/refused-work.ts'
import { reloadOnce } from '../connection/reload-once.ts'
import { OnlyToRead, type OpenedLesson, openLesson } from './open-lesson.ts'
import { watchLesson } from './watch-lesson.ts'

export type Opening =
  | { status: 'opening' }
  /** `left`: unsaved edits of a lesson that cannot be edited any more. `refused`: what was lost just before. */
  | { status: 'failed'; error: unknown; left: readonly FoundEdits[]; refused: RefusedWork | null }
  | ({ status: 'open'; reload: () => void; refused: RefusedWork | null } & OpenedLesson)

/** Milliseconds, and times in them: what is refused so often would be refused again. */
const REFUSALS = { within: 60_000, most: 3 }

/** Opens a lesson for editing, and closes it with the component. Who may only read is led to the readers' page. */
export function useOpenLesson(id: number, userId: number): Opening {
  const [state, setState] = useState<Opening>({ status: 'opening' })
  const take = useCallback((lesson: Lesson) => {
    setState((before) => (before.status === 'open' ? { ...before, lesson } : before))
  }, [])
  const reload = useCallback(async () => take(await call('getLesson', { params: { id } })), [id, take])
  useEffect(() => {
    const ending = new AbortController()
    let leave = () => {}
    let refusals: number[] = []

    const open = async (refused: RefusedWork | null) => {
      const opened = await openLesson(id, userId, ending.signal)
      if (ending.signal.aborted) return opened.leave()
      const { editor } = opened
      const stopWatching = watchLesson(id, (row) => {
        editor.lesson.title.set(row.title)
        take(row)
      })
      const stopClosed = editor.saving.subscribe(() => {
        const { closed } = editor.saving.get()
        const now = Date.now()
        refusals = refusals.filter((time) => time > now - REFUSALS.within)
        if ((closed !== 'refused' && closed !== 'full') || refusals.length >= REFUSALS.most) return
        refusals.push(now)
        stopClosed()
        stopWatching()
        leave = () => {}
        setState({ status: 'opening' })
        void opened.abandon().then((lost) => start(isAnythingLost(lost) ? lost : refused))
      })
      leave = () => {
        stopClosed()
        stopWatching()
        opened.leave()
      }
      setState({ status: 'open', ...opened, refused, reload: () => void reload() })
    }

    const start = async (refused: RefusedWork | null) => {
      try {
        if (!ending.signal.aborted) await open(refused)
      } catch (error) {
        if (ending.signal.aborted) return
        if (asApiError(error).code === 'client_outdated' && reloadOnce()) return
        const left = await findEdits(userId, id).catch(() => [])
        if (error instanceof OnlyToRead && left.length === 0 && !refused) location.replace(`/lessons/${id}/view`)
        else setState({ status: 'failed', error, left, refused })
      }
    }
    void start(null)
    return () => {
      ending.abort()
      leave()
    }
  }, [id, userId, reload, take])
  return state
}
