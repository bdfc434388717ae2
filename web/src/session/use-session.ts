import type { User } from '@anawim/api/contract'
import { useSyncExternalStore } from 'react'
import { onSessionChange, sessionState, type SessionState } from './session-store.ts'

/** Who is logged in, and whether that is known yet. */
export function useSession(): SessionState {
  return useSyncExternalStore(onSessionChange, sessionState)
}

/** The person who is logged in. Only under RequireSession, which renders nothing for anybody else. */
export function useUser(): User {
  const session = useSession()
  if (session.status !== 'in') throw new Error('useUser is for pages under RequireSession')
  return session.user
}
