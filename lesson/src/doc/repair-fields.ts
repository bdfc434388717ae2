import * as Y from 'yjs'
import { z } from 'zod'
import { pageDefaults, pageShape } from '../content.ts'
import { baseDefaults } from '../elements/kind.ts'
import { elementDefaults, isKnownKind } from '../elements/defaults.ts'
import { elementSchemas } from '../elements/index.ts'
import { ID_PATTERN } from '../ids.ts'
import { isSameJson } from '../same-json.ts'
import { boundedGeometry, readGeometry } from './geometry-field.ts'
import { kindOf } from './read-element.ts'
import type { Fields } from './roots.ts'

/** What a field should be instead: `undefined` when it should not be there. */
export interface FieldRepair {
  key: string
  value: unknown
}

/** Longest key of an order, in characters: one that people made by dragging never comes near. */
const MAX_INDEX = 1_000
/** Where something stands whose own key is none. */
const ANY_INDEX = 'a0'

type Shape = Readonly<Record<string, z.ZodType>>

/** What is wrong with these fields of an element (all of them when `keys` is null). Of an unknown kind, nothing is known to be wrong. */
export function repairsOfElement(fields: Fields, keys: ReadonlySet<string> | null, pageId: string): FieldRepair[] {
  const kind = kindOf(fields)
  if (kind === null || !isKnownKind(kind)) return []
  const { text, ...shape }: Shape = elementSchemas[kind].shape
  const isAsked = (key: string) => keys === null || keys.has(key)
  const repairs = repairsOfShape(fields, isAsked, shape, { ...baseDefaults, ...elementDefaults[kind] })
  const page = fields.get('pageId')
  if (isAsked('pageId') && !(typeof page === 'string' && ID_PATTERN.test(page))) {
    repairs.push({ key: 'pageId', value: pageId })
  }
  if (isAsked('geometry')) {
    const geometry = boundedGeometry(readGeometry(fields.get('geometry')))
    if (!isSameJson(geometry, fields.get('geometry'))) repairs.push({ key: 'geometry', value: [...geometry] })
  }
  const fragment = fields.get('text')
  const isFragment = fragment instanceof Y.XmlFragment && !(fragment instanceof Y.XmlElement)
  const mayBeMissing = text instanceof z.ZodOptional && !fields.has('text')
  if (text && isAsked('text') && !isFragment && !mayBeMissing) repairs.push({ key: 'text', value: new Y.XmlFragment() })
  return repairs
}

export function repairsOfPage(fields: Fields, keys: ReadonlySet<string> | null): FieldRepair[] {
  return repairsOfShape(fields, (key) => keys === null || keys.has(key), pageShape, pageDefaults)
}

/** The names that the JSON has and the document has not: they are `geometry` there, or the key in the root. */
const elsewhere: ReadonlySet<string> = new Set(['id', 'kind', 'x', 'y', 'width', 'height', 'rotation', 'elements'])

function repairsOfShape(
  fields: Fields,
  isAsked: (key: string) => boolean,
  shape: Shape,
  defaults: Readonly<Record<string, unknown>>,
): FieldRepair[] {
  const repairs: FieldRepair[] = []
  for (const [key, schema] of Object.entries(shape)) {
    if (!isAsked(key) || (elsewhere.has(key) && shape !== pageShape) || key === 'id') continue
    const value = fields.get(key)
    if ((value === undefined && !fields.has(key)) || schema.safeParse(value).success) continue
    repairs.push({ key, value: schema instanceof z.ZodOptional ? undefined : defaults[key] })
  }
  const index = fields.get('index')
  const isIndex = typeof index === 'string' && index.length > 0 && index.length <= MAX_INDEX
  if (isAsked('index') && !isIndex) repairs.push({ key: 'index', value: ANY_INDEX })
  if (isAsked('deleted') && fields.has('deleted') && typeof fields.get('deleted') !== 'boolean') {
    repairs.push({ key: 'deleted', value: undefined })
  }
  return repairs
}
