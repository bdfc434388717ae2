import { lazy, Suspense, useEffect } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { PageLoading } from '../ui/PageLoading.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { fetchEditor } from './fetch-editor.ts'
import { RequireSession } from './RequireSession.tsx'

const AuthPages = lazy(async () => ({ default: (await import('../auth/AuthPages.tsx')).AuthPages }))
const SidePage = lazy(async () => ({ default: (await import('./SidePage.tsx')).SidePage }))
const DashboardPage = lazy(async () => ({ default: (await import('../dashboard/DashboardPage.tsx')).DashboardPage }))
const LessonEditorPage = lazy(async () => ({ default: (await fetchEditor()).LessonEditorPage }))
const GalleryPage = lazy(async () => ({ default: (await import('../editor/gallery/GalleryPage.tsx')).GalleryPage }))

const authPaths = ['/login', '/register', '/forgot-password', '/reset-password', '/invitation']

/** Every page of the app. Each is loaded when it is first gone to, so that the login brings no editor. */
export function AppRoutes() {
  const { pathname } = useLocation()
  // Another page begins at its top.
  useEffect(() => {
    window.scrollTo({ top: 0 })
  }, [pathname])
  return (
    <Suspense fallback={<PageLoading />}>
      <Routes>
        {authPaths.map((path) => (
          <Route key={path} path={path} element={<AuthPages />} />
        ))}
        <Route element={<RequireSession />}>
          <Route path="/" element={<DashboardPage />} />
          <Route path="/profile" element={<SidePage page="profile" />} />
          <Route path="/admin" element={<SidePage page="admin" />} />
          <Route path="/library" element={<SidePage page="library" />} />
          <Route path="/classes/*" element={<SidePage page="classes" />} />
          <Route path="/lessons/:id" element={<LessonEditorPage />} />
        </Route>
        <Route path="/gallery" element={<GalleryPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}
