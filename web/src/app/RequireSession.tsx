import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation } from 'react-router'
import { loginPath } from '../session/next-path.ts'
import { loadSession } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { useSession } from '../session/use-session.ts'
import { Notice } from '../ui/Notice.tsx'
import { later } from '../ui/later.ts'
import { PageLoading } from '../ui/PageLoading.tsx'
import { createQueryClient } from './create-query-client.ts'

const RecentLessons = later(async () => (await import('../offline/RecentLessons.tsx')).RecentLessons)

/** Pages for who is logged in; everybody else is led to the login, and back to where they were. */
export function RequireSession() {
  const session = useSession()
  const location = useLocation()
  const userId = session.status === 'in' ? session.user.id : null
  // A client of their own for each person: what one has loaded is never shown to the next at the same computer.
  const queries = useMemo(() => createQueryClient(userId), [userId])

  switch (session.status) {
    case 'loading':
      return <PageLoading />
    case 'unknown':
      return <SessionUnknown error={session.error} />
    case 'out': {
      const here = location.pathname + location.search + location.hash
      // Who left on purpose begins afresh; who was put out, or never was in, comes back to where they were.
      return <Navigate to={session.because === 'left' ? '/login' : loginPath(here)} replace />
    }
    case 'in':
      return (
        <QueryClientProvider client={queries} key={session.user.id}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </QueryClientProvider>
      )
  }
}

function SessionUnknown({ error }: { error: unknown }) {
  const { t } = useTranslation('common')
  const errorText = useErrorText()
  return (
    <Notice icon={IconPlugConnectedX} title={t('common:notConnected.title')} text={errorText(error)} isPage>
      <Button onClick={() => void loadSession()}>{t('common:retry')}</Button>
      <Suspense>
        <RecentLessons />
      </Suspense>
    </Notice>
  )
}
