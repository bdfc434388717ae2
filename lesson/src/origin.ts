/**
 * May a page of that origin talk to us? No Origin header: yes (tokens are not cookies). The request's own host: yes.
 * Else only those that the configuration names.
 */
export function isOriginAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined) return true
  if (allowed.includes(origin)) return true
  try {
    const { protocol, host: its } = new URL(origin)
    return /^https?:$/.test(protocol) && its === host?.toLowerCase()
  } catch {
    return false
  }
}
