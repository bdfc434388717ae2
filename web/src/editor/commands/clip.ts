import { elementSchema, type LessonElement, newId, plainText, renameAttachments } from '@anawim/lesson'
import { addElements, withOwnGroups } from '@anawim/lesson/doc'
import { z } from 'zod'
import type { Editor } from '../session/editor.ts'

/** Elements on the clipboard. The type is ours, so that other programs do not show raw JSON. */
export const CLIP_TYPE = 'application/x-anawim-elements'

const clipSchema = z.object({ anawim: z.literal(1), elements: z.array(elementSchema).min(1).max(10_000) })

/** The last clip of any tab of this browser: what a menu pastes, which cannot ask the system's clipboard. */
const KEY = 'anawim.clip'
let held: string | null = null
/** Pasting again and again makes a staircase, not a pile. */
let pastes = 0

/** Puts the selection on our own clipboard. Its JSON and its plain text, for the system's; null when nothing is selected. */
export function copySelection({ session }: Editor): { json: string; text: string } | null {
  const elements = session.selected().flatMap(({ id }) => session.drawn.settled(id) ?? [])
  if (elements.length === 0) return null
  const json = JSON.stringify({ anawim: 1, elements })
  held = json
  pastes = 0
  try {
    localStorage.setItem(KEY, json)
  } catch {
    // Too large or forbidden: this tab still has it.
  }
  const text = elements
    .flatMap((element) => ('text' in element && element.text ? [plainText(element.text)] : []))
    .join('\n')
  return { json, text }
}

export function heldClip(): string | null {
  try {
    return localStorage.getItem(KEY) ?? held
  } catch {
    return held
  }
}

/** Puts copied elements on the page that is shown, a little aside. False when it is not a clip of ours. */
export function pasteClip({ session }: Editor, json: string): boolean {
  const read = clipSchema.safeParse(parse(json))
  if (!read.success) return false
  pastes += 1
  const shift = 24 * pastes
  const copies = new Map(read.data.elements.map(({ id }) => [id, newId()]))
  const elements = withOwnGroups(read.data.elements).map((element): LessonElement => ({
    ...renameAttachments(letGo(element, copies), copies),
    id: copies.get(element.id) ?? newId(),
    x: element.x + shift,
    y: element.y + shift,
  }))
  session.history.beginStep()
  const ids = addElements(session.doc, session.pageId.get(), elements)
  session.history.beginStep()
  session.selection.set(ids)
  return true
}

/** A line lets go of what was not copied with it. */
function letGo(element: LessonElement, copied: ReadonlyMap<string, string>): LessonElement {
  if (element.kind !== 'line') return element
  const kept = (end: typeof element.start) => (end && copied.has(end.elementId) ? end : null)
  return { ...element, start: kept(element.start), end: kept(element.end) }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
