import * as Y from 'yjs'
import { z } from 'zod'
import { baseDefaults, omitDefaults, omittedDefaults } from '../elements/kind.ts'
import { elementDefaults, isKnownKind } from '../elements/defaults.ts'
import { elementSchemas, type ElementKind, type LessonElement } from '../elements/index.ts'
import { ID_PATTERN } from '../ids.ts'
import { isEmptyText } from '../rich-text.ts'
import { readGeometry } from './geometry-field.ts'
import { readPlain } from './plain-value.ts'
import { readText } from './read-text.ts'
import type { Fields } from './roots.ts'

/** The fields of an element that say where it belongs, not what it is. */
const placeFields: ReadonlySet<string> = new Set(['kind', 'pageId', 'index', 'geometry', 'deleted'])

interface KindReader {
  /** Each property's own schema. */
  shape: Readonly<Record<string, z.ZodType>>
  /** All of them but `text`, which is a Y.XmlFragment in the document. */
  plain: z.ZodObject
  defaults: Readonly<Record<string, unknown>>
  omitted: Record<string, unknown>
  /** A text that may be missing is left out while it is empty. */
  text: 'always' | 'optional' | null
}

const readers = new Map<string, KindReader>(
  Object.entries(elementSchemas).map(([kind, schema]) => {
    const { text, ...plain }: Record<string, z.ZodType> = schema.shape
    const defaults = { ...baseDefaults, ...elementDefaults[kind as ElementKind] }
    const omitted = omittedDefaults(plain, defaults)
    const hasText = text === undefined ? null : text instanceof z.ZodOptional ? 'optional' : 'always'
    return [kind, { shape: plain, plain: z.object(plain), defaults, omitted, text: hasText }]
  }),
)

/** The kind of an element; null when it says none. */
export function kindOf(fields: Fields): string | null {
  const kind = fields.get('kind')
  return typeof kind === 'string' && ID_PATTERN.test(kind) ? kind : null
}

/**
 * The canonical JSON of an element. What is odd becomes its default; an element of an unknown kind is given as it stands, its plain
 * values at least; null when it has no kind.
 */
export function readFields(id: string, fields: Fields): LessonElement | null {
  const kind = kindOf(fields)
  if (kind === null) return null
  const place = { id, kind, ...readGeometry(fields.get('geometry')) }
  const reader = readers.get(kind)
  if (!reader || !isKnownKind(kind)) return { ...readUnknown(fields), ...place } as object as LessonElement
  const raw: Record<string, unknown> = place
  for (const key of Object.keys(reader.shape)) {
    const value = key in raw ? undefined : fields.get(key)
    if (value !== undefined) raw[key] = value
  }
  const parsed = reader.plain.safeParse(raw)
  const element = omitDefaults(parsed.success ? parsed.data : repair(raw, reader), reader.omitted)
  if (reader.text !== null) {
    const text = readText(fields.get('text'))
    if (reader.text === 'always' || !isEmptyText(text)) element.text = text
  }
  return element as object as LessonElement
}

/** Property by property: what its schema refuses becomes its default. */
function repair(raw: Readonly<Record<string, unknown>>, { shape, defaults }: KindReader): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => {
      const parsed = schema.safeParse(raw[key])
      return [key, parsed.success ? parsed.data : defaults[key]]
    }),
  )
}

function readUnknown(fields: Fields): Record<string, unknown> {
  const entries: [string, unknown][] = []
  fields.forEach((value, key) => {
    if (placeFields.has(key) || value instanceof Y.AbstractType) return
    const plain = readPlain(value)
    if (plain !== undefined) entries.push([key, plain])
  })
  return Object.fromEntries(entries)
}
