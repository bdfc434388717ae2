import type { LessonContent, LessonPage } from './content.ts'
import { isKnownKind } from './elements/defaults.ts'
import type { LessonElement } from './elements/index.ts'
import type { Box } from './geometry.ts'
import { headOf } from './page-head.ts'

/**
 * What readers get of a lesson: no hidden pages or elements, and nothing that only authors need (names, locks, groups).
 * REST, live views, sockets and thumbnails all show this, and nothing else.
 */
export function forReaders(content: LessonContent): LessonContent {
  return { version: content.version, pages: content.pages.filter((page) => !page.hidden).map(readersPage) }
}

/** One page of it: that of a hidden one too. */
export function readersPage(page: LessonPage): LessonPage {
  return { ...headOf(page), elements: page.elements.filter((element) => !element.hidden).map(readersElement) }
}

/** The same object where there is nothing to leave out. */
function readersElement(element: LessonElement): LessonElement {
  if (isKnownKind(element.kind)) {
    if (!('name' in element || 'locked' in element || 'hidden' in element || 'groupId' in element)) return element
    const { name: _name, locked: _locked, hidden: _hidden, groupId: _groupId, ...shown } = element
    return shown as LessonElement
  }
  // Nobody here can tell what else an unknown kind carries: its grey box needs only where it stands.
  const { id, kind, x, y, width, height, rotation } = element as Box & { id: string; kind: string }
  return { id, kind, x, y, width, height, rotation } as LessonElement
}
