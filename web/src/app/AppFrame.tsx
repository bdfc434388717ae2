import { Suspense } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { PageLoading } from '../ui/PageLoading.tsx'

/** What every page stands in: while its texts or its code load, the same quiet sign shows. */
export function AppFrame() {
  return (
    <Suspense fallback={<PageLoading />}>
      <Outlet />
      <ScrollRestoration getKey={(location) => location.pathname} />
    </Suspense>
  )
}
