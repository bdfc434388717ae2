/** The reader's page: starts languages, session and socket, and shows one lesson. A page of its own, without editor code. */
import '../theme/fonts.ts'
import '../theme/tokens.css'
import { drawPage } from '@anawim/drawing'
import { createElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchFonts } from '../page-resources/watch-fonts.ts'
import { startI18n } from '../i18n/index.ts'
import { holdLiveSocket } from '../session/live-socket.ts'
import { startSession } from '../session/session-store.ts'
import { fetchLiveLesson } from './fetch-live-lesson.ts'
import { ImageCache } from '../page-resources/image-cache.ts'
import type { PagePainter } from '../page-resources/keep-drawn.ts'
import { awaitGestures } from './await-gestures.ts'
import { LiveLesson } from './live-lesson.ts'
import { SignedIn } from './SignedIn.tsx'
import { ViewerPage } from './ViewerPage.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('view.html has no #root')
startSession()
await startI18n(['viewer'])

const images = new ImageCache()
watchFonts(() => images.announce())
const painter: PagePainter = { draw: drawPage, redraw: new Map() }

/** `/l/#…`: for who came by a link and has no account; else `/lessons/:id/view`. */
const page = /^\/l\/?$/.test(window.location.pathname) ? (
  createElement((await import('./by-link/ByLink.tsx')).ByLink, {
    images,
    painter,
    Page: ViewerPage,
    Lesson: LiveLesson,
    awaitGestures,
  })
) : (
  <SignedIn open={openLesson}>{(lesson) => <ViewerPage lesson={lesson} images={images} painter={painter} />}</SignedIn>
)

createRoot(root).render(<StrictMode>{page}</StrictMode>)

function openLesson(): LiveLesson {
  const lessonId = Number(/^\/lessons\/(\d+)\/view/.exec(window.location.pathname)?.[1])
  const { socket } = holdLiveSocket()
  awaitGestures(socket, lessonId, painter)
  return new LiveLesson(lessonId, socket, fetchLiveLesson)
}
