import { useEffect } from 'react'
import { Navigate } from 'react-router'
import { isOwnPage } from '../session/next-path.ts'
import { PageLoading } from '../ui/PageLoading.tsx'

/** Goes to a path of this site, by route or, for the viewer's page, by loading it. Leaves no trace in the history. */
export function GoTo({ path }: { path: string }) {
  const mustLoad = isOwnPage(path)
  useEffect(() => {
    if (mustLoad) window.location.replace(path)
  }, [mustLoad, path])
  return mustLoad ? <PageLoading /> : <Navigate to={path} replace />
}
