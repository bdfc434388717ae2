import * as Y from 'yjs'
import { z } from 'zod'
import { pageDefaults, pageShape } from '../content.ts'
import { baseDefaults } from '../elements/kind.ts'
import { elementDefaults, isKnownKind } from '../elements/defaults.ts'
import { elementSchemas } from '../elements/index.ts'
import { ID_PATTERN } from '../ids.ts'
import { isSameJson } from '../same-json.ts'
import { boundedGeometry, isTidyGeometry, readGeometry } from './geometry-field.ts'
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

/** What the document has of a page or of a kind of element: each property's own schema, and what it is where none is given. */
interface Rules {
  shape: ReadonlyMap<string, z.ZodType>
  defaults: Readonly<Record<string, unknown>>
  /** A text that is optional may be missing. */
  text: 'always' | 'optional' | null
}

/** The names that the JSON has and the document has not: they are `geometry` there, or the key in the root. */
const elsewhere: ReadonlySet<string> = new Set(['id', 'kind', 'x', 'y', 'width', 'height', 'rotation', 'text'])

const pageRules: Rules = {
  shape: new Map(Object.entries(pageShape as Shape).filter(([key]) => key !== 'id' && key !== 'elements')),
  defaults: pageDefaults,
  text: null,
}

const elementRules: ReadonlyMap<string, Rules> = new Map(
  Object.entries(elementSchemas).map(([kind, { shape }]: [string, { shape: Shape }]) => {
    const own = Object.entries(shape).filter(([key]) => !elsewhere.has(key))
    const defaults = { ...baseDefaults, ...(isKnownKind(kind) && elementDefaults[kind]) }
    return [kind, { shape: new Map(own), defaults, text: textRule(shape['text']) }]
  }),
)

function textRule(text: z.ZodType | undefined): Rules['text'] {
  if (text === undefined) return null
  return text instanceof z.ZodOptional ? 'optional' : 'always'
}

/**
 * What is wrong with these fields of an element (all of them when `keys` is null). Of an unknown kind, nothing is known to be wrong.
 * `pageOf` answers the page on which it stands when it names none.
 */
export function repairsOfElement(
  fields: Fields,
  keys: ReadonlySet<string> | null,
  pageOf: () => string,
): FieldRepair[] {
  const kind = kindOf(fields)
  const rules = kind === null ? undefined : elementRules.get(kind)
  if (!rules) return []
  const isAsked = (key: string) => keys === null || keys.has(key)
  const repairs = repairsByRules(fields, keys, rules)
  const page = fields.get('pageId')
  if (isAsked('pageId') && !(typeof page === 'string' && ID_PATTERN.test(page))) {
    repairs.push({ key: 'pageId', value: pageOf() })
  }
  if (isAsked('geometry') && !isTidyGeometry(fields.get('geometry'))) {
    const geometry = boundedGeometry(readGeometry(fields.get('geometry')))
    if (!isSameJson(geometry, fields.get('geometry'))) repairs.push({ key: 'geometry', value: [...geometry] })
  }
  const fragment = fields.get('text')
  const isFragment = fragment instanceof Y.XmlFragment && !(fragment instanceof Y.XmlElement)
  const isAbsent = rules.text === 'optional' && !fields.has('text')
  if (rules.text !== null && isAsked('text') && !isFragment && !isAbsent)
    repairs.push({ key: 'text', value: new Y.XmlFragment() })
  return repairs
}

export function repairsOfPage(fields: Fields, keys: ReadonlySet<string> | null): FieldRepair[] {
  return repairsByRules(fields, keys, pageRules)
}

/** Looks only at what is asked about: this is done for every edit of everybody. */
function repairsByRules(fields: Fields, keys: ReadonlySet<string> | null, { shape, defaults }: Rules): FieldRepair[] {
  const repairs: FieldRepair[] = []
  for (const key of keys ?? shape.keys()) {
    const schema = shape.get(key)
    const value = schema && fields.get(key)
    if (!schema || (value === undefined && !fields.has(key)) || schema.safeParse(value).success) continue
    repairs.push({ key, value: schema instanceof z.ZodOptional ? undefined : defaults[key] })
  }
  const isAsked = (key: string) => keys === null || keys.has(key)
  const index = fields.get('index')
  const isIndex = typeof index === 'string' && index.length > 0 && index.length <= MAX_INDEX
  if (isAsked('index') && !isIndex) repairs.push({ key: 'index', value: ANY_INDEX })
  if (isAsked('deleted') && fields.has('deleted') && typeof fields.get('deleted') !== 'boolean') {
    repairs.push({ key: 'deleted', value: undefined })
  }
  return repairs
}
