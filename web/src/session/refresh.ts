import type { User } from '@anawim/api/contract'
import { asApiError } from './api-error.ts'
import { request } from './request.ts'
import { dropToken, heldToken, holdToken } from './token-store.ts'

/**
 * `renewed`: there is a token newer than the one that was used. `ended`: nobody is logged in any more. `unreachable`:
 * nothing is known; the token is kept, since the network coming and going must not log anybody out.
 */
export type RefreshResult =
  | { is: 'renewed'; user?: User }
  | { is: 'ended'; isSuspended: boolean }
  | { is: 'unreachable' }

let running: Promise<RefreshResult> | null = null

/**
 * Gets a successor of the token `used`, unless this tab or another has one already. One request at a time in this tab;
 * should two tabs ask at once, the server gives both the same successor.
 */
export async function refresh(used: string | null): Promise<RefreshResult> {
  const held = heldToken()
  if (held === null) return { is: 'ended', isSuspended: false }
  if (held !== used) return { is: 'renewed' }
  running ??= renew(held).finally(() => {
    running = null
  })
  return running
}

async function renew(used: string): Promise<RefreshResult> {
  try {
    const session = await request('refresh', undefined, null)
    // Logged out, or in as another, while the answer was on its way: that stands.
    if (heldToken() === null) return { is: 'ended', isSuspended: false }
    if (heldToken() !== used) return { is: 'renewed' }
    holdToken(session.access_token, session.expires_in)
    return { is: 'renewed', user: session.user }
  } catch (error) {
    const { status, code } = asApiError(error)
    if (heldToken() !== used && heldToken() !== null) return { is: 'renewed' }
    if (status !== 401 && status !== 403) return { is: 'unreachable' }
    dropToken()
    return { is: 'ended', isSuspended: code === 'account_suspended' }
  }
}
