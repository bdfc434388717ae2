import { createBrowserRouter } from 'react-router'
import { PageLoading } from '../ui/PageLoading.tsx'
import { AppFrame } from './AppFrame.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { RequireSession } from './RequireSession.tsx'
import { RouteFailure } from './RouteFailure.tsx'

/** Every page of the app. Each is loaded when it is first gone to, so that the login brings no editor. */
export const router = createBrowserRouter([
  {
    element: <AppFrame />,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <PageLoading />,
    children: [
      { path: '/login', lazy: async () => ({ Component: (await import('../auth/LoginPage.tsx')).LoginPage }) },
      { path: '/register', lazy: async () => ({ Component: (await import('../auth/RegisterPage.tsx')).RegisterPage }) },
      {
        element: <RequireSession />,
        children: [
          {
            path: '/',
            lazy: async () => ({ Component: (await import('../dashboard/DashboardPage.tsx')).DashboardPage }),
          },
          { path: '/admin', lazy: async () => ({ Component: (await import('../admin/AdminPage.tsx')).AdminPage }) },
          {
            path: '/lessons/:id',
            lazy: async () => ({ Component: (await import('../editor/LessonEditorPage.tsx')).LessonEditorPage }),
          },
        ],
      },
      {
        path: '/gallery',
        lazy: async () => ({ Component: (await import('../editor/gallery/GalleryPage.tsx')).GalleryPage }),
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
])
