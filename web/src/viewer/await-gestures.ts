import type { PagePainter } from '../page-resources/keep-drawn.ts'
import type { ViewerSocket } from './live-lesson.ts'
import type { LiveGestures } from './live-gestures.ts'

/** What draws gestures in progress is fetched when the first one comes: most who read a lesson see none. */
export function awaitGestures(socket: ViewerSocket, lessonId: number, painter: PagePainter): void {
  let code: Promise<LiveGestures> | undefined
  socket.on('lesson:motion', (news) => {
    code ??= import('./live-gestures.ts').then(({ LiveGestures }) => new LiveGestures(socket, lessonId, painter))
    code.then(
      (gestures) => gestures.take(news),
      () => (code = undefined),
    )
  })
}
