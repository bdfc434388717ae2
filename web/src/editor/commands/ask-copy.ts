/** The page that a menu asks to be copied, while the browser's own copy event runs. */
let asked: string | null = null

export function askedPage(): string | null {
  return asked
}

/** Copies a page by the browser's copy event, which reaches the system's clipboard also on plain http. */
export function askToCopyPage(pageId: string): void {
  asked = pageId
  document.execCommand('copy')
  asked = null
}
