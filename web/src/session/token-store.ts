/**
 * The access token, shared by all tabs of this browser. Here: keeping it and hearing of its change. Not here: getting a
 * new one (`refresh.ts`), or who it belongs to (`session-store.ts`).
 */
const tokenKey = 'anawim.access_token'
/** When to renew it, in milliseconds of this computer's own clock: the server's may differ by hours. */
const renewKey = 'anawim.access_token_renew_at'

/** Who listens learns the new token, or null when nobody is logged in any more, and whether another tab did it. */
type Listener = (token: string | null, fromOtherTab: boolean) => void
const listeners = new Set<Listener>()

/** Where storage is forbidden the login lasts as long as the page. */
const memory = new Map<string, string>()

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return memory.get(key) ?? null
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    if (value === null) memory.delete(key)
    else memory.set(key, value)
  }
}

/** The access token, or null when nobody is logged in. */
export function heldToken(): string | null {
  return read(tokenKey)
}

/** When the token should be renewed (milliseconds since 1970), or null when that is not known. */
export function renewalTime(): number | null {
  const time = Number(read(renewKey))
  return Number.isFinite(time) && time > 0 ? time : null
}

/** Keeps a token that ends in `expiresIn` seconds, and tells. It is due for renewal a minute (or a fifth of its life) before. */
export function holdToken(token: string, expiresIn: number): void {
  const life = expiresIn * 1000
  write(renewKey, String(Date.now() + life - Math.min(60_000, life / 5)))
  write(tokenKey, token)
  for (const listener of listeners) listener(token, false)
}

/** Forgets the token, in every tab. */
export function dropToken(): void {
  write(renewKey, null)
  write(tokenKey, null)
  for (const listener of listeners) listener(null, false)
}

/** Returns what stops listening. */
export function onTokenChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The account that a token belongs to, without checking it; null when it is not a token of ours. */
export function subjectOf(token: string): string | null {
  try {
    const payload = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    const { sub } = JSON.parse(payload) as { sub?: string | number }
    return sub === undefined ? null : String(sub)
  } catch {
    return null
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    // A null key: everything was cleared.
    if (event.key !== tokenKey && event.key !== null) return
    const token = heldToken()
    for (const listener of listeners) listener(token, true)
  })
}
