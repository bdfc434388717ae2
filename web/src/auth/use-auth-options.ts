import type { RouteAnswer, Routes } from '@anawim/api/contract'
import { useEffect, useState } from 'react'
import { call } from '../session/call.ts'

export type AuthOptions = RouteAnswer<Routes['authOptions']>

/** As long as nothing is known, and when it cannot be asked. */
const usual: AuthOptions = { registration: 'open', mail: true, oidc: null }

/** How one comes into this server: who may register, whether it sends mails, and by whose word one may sign in. */
export function useAuthOptions(): AuthOptions {
  const [options, setOptions] = useState(usual)
  useEffect(() => {
    const gone = new AbortController()
    call('authOptions', undefined, { signal: gone.signal }).then(setOptions, () => undefined)
    return () => gone.abort()
  }, [])
  return options
}
