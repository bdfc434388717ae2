import type { LessonElement } from './index.ts'
import type { Attachment } from './line-defaults.ts'

/** The element with its attachments led to the copies of what they named; those to anything else stay as they are. */
export function renameAttachments<E extends LessonElement>(element: E, copies: ReadonlyMap<string, string>): E {
  if (element.kind !== 'line') return element
  const renamed = (attachment: Attachment | null | undefined) => {
    const elementId = attachment && copies.get(attachment.elementId)
    return elementId ? { ...attachment, elementId } : attachment
  }
  const { start, end } = element
  return { ...element, ...(start && { start: renamed(start) }), ...(end && { end: renamed(end) }) }
}
