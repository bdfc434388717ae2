import type { ListedSession as SessionRow } from '@anawim/db'
import type { ListedSession } from '../contract/index.ts'

/** A place where somebody is logged in, for themselves. */
export function presentSession({ number, device, startedAt, lastUsedAt, isCurrent }: SessionRow): ListedSession {
  return {
    id: number,
    device,
    created_at: startedAt.toISOString(),
    last_used_at: lastUsedAt.toISOString(),
    is_current: isCurrent,
  }
}
