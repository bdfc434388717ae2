/** Milliseconds: a page that is outdated again so soon would only be outdated once more. */
const CALM = 60_000
const KEY = 'anawim.reloaded_at'

/** Loads the page anew, unless that was just done. False when it was. */
export function reloadOnce(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < CALM) return false
    sessionStorage.setItem(KEY, String(Date.now()))
  } catch {
    // Without a memory one could reload for ever.
    return false
  }
  location.reload()
  return true
}
