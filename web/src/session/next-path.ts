/** The address of the login that leads back to `here` (path, query and fragment of this site). */
export function loginPath(here: string): string {
  return here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`
}

/**
 * Where to go after the login: `next` if it is a path of this very site, else the dashboard. Anything that a browser
 * could read as another site (`//evil.example`, `/\evil.example`, a scheme) is refused.
 */
export function safeNext(next: string | null): string {
  if (!next?.startsWith('/')) return '/'
  try {
    const url = new URL(next, window.location.origin)
    if (url.origin !== window.location.origin) return '/'
    if (['/login', '/register'].includes(url.pathname)) return '/'
    return url.pathname + url.search + url.hash
  } catch {
    return '/'
  }
}

/** The viewer is a page of its own, with its own JavaScript: going there is a load, not a change of route. */
export function isOwnPage(path: string): boolean {
  return /^\/lessons\/\d+\/view\/?([?#]|$)/.test(path)
}
