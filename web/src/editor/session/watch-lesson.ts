import type { Lesson } from '@anawim/api/contract'
import type { ServerToViewer } from '@anawim/lesson'
import { call } from '../../session/call.ts'
import { laterCode } from '../../ui/later.ts'

/** Milliseconds: however often the row changes, it is asked for no more often. */
const CALM = 500

/** The socket's code comes after the canvas, and is asked for again where there is no network yet. */
const socketCode = laterCode(() => import('../../session/live-socket.ts'))

/** Calls back with the lesson's row when somebody has changed it: its title, say. Returns what stops that. */
export function watchLesson(id: number, changed: (lesson: Lesson) => void): () => void {
  let stop = () => {}
  let isGone = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      // Without it, the next change or the next connection asks again.
      void findRow(id).then(
        (lesson) => !isGone && changed(lesson),
        () => undefined,
      )
    }, CALM)
  }
  void socketCode.whenHere().then(({ holdLiveSocket }) => {
    if (isGone) return
    const { socket, release } = holdLiveSocket()
    // Of the canvas the row says nothing that is shown here.
    const onChange: ServerToViewer['lessons:changed'] = ({ lessonId, canvas }) => {
      if (lessonId === id && !canvas) ask()
    }
    socket.on('lessons:changed', onChange)
    // What happened while it was away, nobody tells.
    socket.on('connect', ask)
    stop = () => {
      socket.off('lessons:changed', onChange)
      socket.off('connect', ask)
      release()
    }
  })
  return () => {
    isGone = true
    clearTimeout(timer)
    stop()
  }
}

/** The list has the row without its canvas, and what has just changed stands at its top. */
async function findRow(id: number): Promise<Lesson> {
  const { items } = await call('listLessons', { query: { sort: '-updated_at', limit: 10 } })
  return items.find((lesson) => lesson.id === id) ?? (await call('getLesson', { params: { id } }))
}
