import { lazy, Suspense, useEffect } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { PageLoading } from '../ui/PageLoading.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RequireSession } from './RequireSession.tsx'

const AuthPages = lazy(async () => ({ default: (await import('../auth/AuthPages.tsx')).AuthPages }))
const ProfilePage = lazy(async () => ({ default: (await import('../profile/ProfilePage.tsx')).ProfilePage }))
const DashboardPage = lazy(async () => ({ default: (await import('../dashboard/DashboardPage.tsx')).DashboardPage }))
const AdminPage = lazy(async () => ({ default: (await import('../admin/AdminPage.tsx')).AdminPage }))
const ClassRoutes = lazy(async () => ({ default: (await import('../classes/ClassRoutes.tsx')).ClassRoutes }))
const LessonEditorPage = lazy(async () => ({
  default: (await import('../editor/LessonEditorPage.tsx')).LessonEditorPage,
}))
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
          <Route path="/profile" element={<ProfilePage />} />
          <Route path="/admin" element={<AdminPage />} />
          <Route path="/classes/*" element={<ClassRoutes />} />
          <Route path="/lessons/:id" element={<LessonEditorPage />} />
        </Route>
        <Route path="/gallery" element={<GalleryPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}
