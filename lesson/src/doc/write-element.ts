import * as Y from 'yjs'
import { isKnownKind } from '../elements/defaults.ts'
import type { LessonElement } from '../elements/index.ts'
import type { Box } from '../geometry.ts'
import type { RichText } from '../rich-text.ts'
import { boundedGeometry } from './geometry-field.ts'
import type { Fields } from './roots.ts'
import { newTextFragment } from './write-text.ts'

/** Where a new element stands. */
export interface ElementPlace {
  pageId: string
  index: string
}

/** The Y.Map of a canonical element; one of an unknown kind is written as it stands. */
export function newElementFields(element: LessonElement, { pageId, index }: ElementPlace): Fields {
  const { id: _id, kind, x, y, width, height, rotation, ...own } = element
  const fields = new Y.Map<unknown>()
  fields.set('kind', kind)
  fields.set('pageId', pageId)
  fields.set('index', index)
  fields.set('geometry', [...boundedGeometry({ x, y, width, height, rotation } satisfies Box)])
  for (const [key, value] of Object.entries(own)) {
    if (key === 'text' && isKnownKind(kind)) fields.set('text', newTextFragment(value as RichText))
    else if (value !== undefined) fields.set(key, value)
  }
  return fields
}
