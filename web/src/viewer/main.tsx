/** The reader's page: starts languages, session and socket, and shows one lesson. A page of its own, without editor code. */
import '../theme/fonts.ts'
import '../theme/tokens.css'
import { createElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchFonts } from '../page-resources/watch-fonts.ts'
import { startI18n } from '../i18n/index.ts'
import { holdLiveSocket } from '../session/live-socket.ts'
import { startSession } from '../session/session-store.ts'
import { fetchLiveLesson } from './fetch-live-lesson.ts'
import { ImageCache } from '../page-resources/image-cache.ts'
import { LiveLesson } from './live-lesson.ts'
import { SignedIn } from './SignedIn.tsx'
import { ViewerPage } from './ViewerPage.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('view.html has no #root')
startSession()
await startI18n(['viewer'])

const images = new ImageCache()
watchFonts(() => images.announce())

/** `/l/#…`: for who came by a link and has no account; else `/lessons/:id/view`. */
const page = /^\/l\/?$/.test(window.location.pathname) ? (
  createElement((await import('./by-link/ByLink.tsx')).ByLink, { images, Page: ViewerPage, Lesson: LiveLesson })
) : (
  <SignedIn open={() => new LiveLesson(idOfAddress(), holdLiveSocket().socket, fetchLiveLesson)}>
    {(lesson) => <ViewerPage lesson={lesson} images={images} />}
  </SignedIn>
)

createRoot(root).render(<StrictMode>{page}</StrictMode>)

function idOfAddress(): number {
  return Number(/^\/lessons\/(\d+)\/view/.exec(window.location.pathname)?.[1])
}
