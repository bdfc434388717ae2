import { elementSchema, type LessonElement, newId, plainText, renameAttachments } from '@anawim/lesson'
import { addElements, withOwnGroups } from '@anawim/lesson/doc'
import { z } from 'zod'
import { unionOf } from '../canvas/boxes.ts'
import type { Size } from '../canvas/camera.ts'
import type { Point } from '../canvas/point.ts'
import type { Editor } from '../session/editor.ts'
import { laterCode } from '../../ui/later.ts'

const pageClips = laterCode(() => import('../pages/page-clip.ts'))

/** Elements on the clipboard. The type is ours, so that other programs do not show raw JSON. */
export const CLIP_TYPE = 'application/x-anawim-elements'

const clipSchema = z.object({ anawim: z.literal(1), elements: z.array(elementSchema).min(1).max(10_000) })
/** Page pixels between a copy and what lies in its place. */
const ASIDE = 24

/** The last clip of any tab of this browser: what a menu pastes, which cannot ask the system's clipboard. */
const KEY = 'anawim.clip'
let held: string | null = null
/** On which page the last clip was pasted how often: again and again makes a staircase, not a pile. */
let pasted = { pageId: '', times: 0 }

/** Puts the selection on our own clipboard. Its JSON and its plain text, for the system's; null when nothing is selected. */
export function copySelection({ session }: Editor): { json: string; text: string } | null {
  const elements = session.selected().flatMap(({ id }) => session.drawn.settled(id) ?? [])
  if (elements.length === 0) return null
  const json = JSON.stringify({ anawim: 1, elements })
  hold(json)
  const text = elements
    .flatMap((element) => ('text' in element && element.text ? [plainText(element.text)] : []))
    .join('\n')
  return { json, text }
}

/** Puts a page on our own clipboard, as `copySelection` does elements. */
export function copyPage({ session }: Editor, pageId: string): { json: string; text: string } | null {
  const clip = pageClips()?.pageClipOf(session, pageId) ?? null
  if (clip) hold(clip.json)
  return clip
}

function hold(json: string): void {
  held = json
  pasted = { pageId: '', times: 0 }
  try {
    localStorage.setItem(KEY, json)
  } catch {
    // Too large or forbidden: this tab still has it.
  }
}

export function heldClip(): string | null {
  try {
    return localStorage.getItem(KEY) ?? held
  } catch {
    return held
  }
}

/**
 * Puts copied elements on the page that is shown: where they were, on their page or another, or a little aside where they or their
 * copies lie already. `isInPlace`: just where they were. A copied page comes behind the one that is shown. False when it is not a clip of
 * ours.
 */
export function pasteClip({ session }: Editor, json: string, isInPlace = false): boolean {
  const clip = parse(json)
  const read = clipSchema.safeParse(clip)
  if (!read.success) return pageClips()?.pastePage(session, clip) ?? false
  const pageId = session.pageId.get()
  const areThere = read.data.elements.some(({ id }) => session.model.pageIdOf(id) === pageId)
  const times = pasted.pageId === pageId ? pasted.times + 1 : 0
  if (!isInPlace) pasted = { pageId, times }
  const by = isInPlace
    ? { x: 0, y: 0 }
    : onPage(read.data.elements, session.page(), ASIDE * (times + (areThere ? 1 : 0)))
  const copies = new Map(read.data.elements.map(({ id }) => [id, newId()]))
  const elements = withOwnGroups(read.data.elements).map((element): LessonElement => ({
    ...renameAttachments(letGo(element, copies), copies),
    id: copies.get(element.id) ?? newId(),
    x: element.x + by.x,
    y: element.y + by.y,
  }))
  session.history.beginStep()
  const ids = addElements(session.doc, pageId, elements)
  session.history.beginStep()
  session.selection.set(ids)
  return true
}

/** How far to move what is pasted: aside, and back onto a page that is smaller than the one it came from. */
function onPage(elements: readonly LessonElement[], page: Size, aside: number): Point {
  const around = unionOf(elements)
  if (!around) return { x: aside, y: aside }
  const isBeside =
    around.x >= page.width || around.y >= page.height || around.x + around.width <= 0 || around.y + around.height <= 0
  if (!isBeside) return { x: aside, y: aside }
  return {
    x: (page.width - around.width) / 2 - around.x + aside,
    y: (page.height - around.height) / 2 - around.y + aside,
  }
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
