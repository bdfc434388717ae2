import type { RegistrationMode } from '@anawim/api/contract'
import { useEffect, useState } from 'react'
import { call } from '../session/call.ts'

/** Whether this server lets people register. While that is not known, and when it cannot be asked: as if it did. */
export function useRegistration(): RegistrationMode {
  const [mode, setMode] = useState<RegistrationMode>('open')
  useEffect(() => {
    const gone = new AbortController()
    call('authOptions', undefined, { signal: gone.signal }).then(
      ({ registration }) => setMode(registration),
      () => undefined,
    )
    return () => gone.abort()
  }, [])
  return mode
}
