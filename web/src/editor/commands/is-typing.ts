/** Does this event belong to something one types in? Then shortcuts keep quiet. */
export function isTyping(event: Event): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range', 'color', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Is it the text box on the page that one types in? */
export function isTypingOnPage(event: Event): boolean {
  return event.target instanceof HTMLElement && event.target.closest('[data-page-text]') !== null
}
