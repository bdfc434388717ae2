/** Which of the built pages stands at an address, as the server has it; null: none. */
export function pageOf(path: string): '/view.html' | '/index.html' | null {
  if (
    /^\/(api|collab|socket\.io|media|assets|health|ready|metrics)(\/|$)/.test(path) ||
    /\.[a-z0-9]{1,8}$/i.test(path)
  ) {
    return null
  }
  return /^\/(lessons\/\d+\/view|l)\/?$/.test(path) ? '/view.html' : '/index.html'
}
