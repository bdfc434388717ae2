import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { safeNext } from '../session/next-path.ts'
import { request } from '../session/request.ts'
import { loadSession } from '../session/session-store.ts'
import { holdToken } from '../session/token-store.ts'
import { PageLoading } from '../ui/PageLoading.tsx'
import { GoTo } from './GoTo.tsx'
import { speakOwnLanguage } from './speak-own-language.ts'

/** Back from another server: the cookie is here, and gives this browser its token, whoever was logged in before. */
export function FinishSignIn() {
  const [parameters] = useSearchParams()
  const [path, setPath] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    void finish().then(
      () => !isGone && setPath(safeNext(parameters.get('next'))),
      () => !isGone && setPath('/login?oidc=failed'),
    )
    return () => {
      isGone = true
    }
  }, [parameters])
  return path === null ? <PageLoading /> : <GoTo path={path} />
}

async function finish(): Promise<void> {
  const session = await request('refresh', undefined, null)
  holdToken(session.access_token, session.expires_in)
  await loadSession()
  await speakOwnLanguage()
}
