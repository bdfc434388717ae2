import * as Y from 'yjs'
import { isKnownKind } from '../elements/defaults.ts'
import { ID_PATTERN } from '../ids.ts'
import { limits } from '../limits.ts'
import { decodeUpdate, type DecodedUpdate } from './decode-update.ts'
import { roleOf, StructPlaces, type Place, type Role } from './struct-places.ts'

export type RefusedUpdate = 'malformed' | 'too_large' | 'unknown_kind'
export type UpdateVerdict = { ok: true } | { ok: false; code: RefusedUpdate }

/** Longest key, name of a node, or name of a mark, in UTF-16 units. */
const MAX_KEY = 200
/** Longest single value that is text, other than the text of a text box. */
const MAX_TEXT = 100_000
/** Types inside types: lists in lists, mostly, far beyond what is shown (`limits.textDepth`). */
const MAX_TYPES = 400
/** Arrays and objects inside each other. */
const MAX_JSON = 16

const mapRoles: ReadonlySet<Role> = new Set(['meta', 'pages', 'elements', 'page', 'element'])

/** What JavaScript means something by, wherever an object has it as a key. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * May this update be applied to the document? Judged without applying it, for Yjs does not roll back, and some updates leave a document
 * unreadable: each item must be something that a lesson has in that place. What it lets pass can still be odd in its values: readers
 * bear with that, and the server sets it right. Without a document, nothing is known of what the update builds on.
 */
export function judgeUpdate(update: Uint8Array | DecodedUpdate, doc?: Y.Doc): UpdateVerdict {
  const bytes = update instanceof Uint8Array ? update : update.bytes
  if (bytes.byteLength > limits.updateBytes) return { ok: false, code: 'too_large' }
  const decoded = update instanceof Uint8Array ? decodeUpdate(update) : update
  if (!decoded) return { ok: false, code: 'malformed' }
  const places = new StructPlaces(decoded, doc)
  try {
    for (const [client, structs] of decoded.byClient) {
      const known = doc ? Y.getState(doc.store, client) : 0
      for (const struct of structs) {
        // What the document has already is not taken again.
        if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= known) continue
        const code = judgeItem(struct, places)
        if (code) return { ok: false, code }
      }
    }
    return { ok: true }
  } catch {
    return { ok: false, code: 'malformed' }
  }
}

function judgeItem(item: Y.Item, places: StructPlaces): RefusedUpdate | null {
  const place = places.placeOf(item)
  if (place === 'none' || !places.isBetweenNeighbours(item)) return 'malformed'
  if (!isContentAllowed(item.content)) return 'malformed'
  if (place === 'unknown') return null
  // Ids stand in maps alone, where any word does: those are judged by their pattern.
  if (place.depth > 0 || place.role === 'meta' ? !isKey(place.key ?? '') : !ID_PATTERN.test(place.key ?? ''))
    return 'malformed'
  if (place.depth > MAX_TYPES || !isPlaceAllowed(item, place)) return 'malformed'
  return place.role === 'element' && place.key === 'kind' ? judgeKind(item.content) : null
}

/** What may come from a client: the kinds that this code knows. Others stay where they stand already. */
function judgeKind(content: Y.Item['content']): RefusedUpdate | null {
  if (!(content instanceof Y.ContentAny)) return null
  if (!content.arr.every((kind) => typeof kind === 'string')) return 'malformed'
  return content.arr.every(isKnownKind) ? null : 'unknown_kind'
}

/** Whatever its place. */
function isContentAllowed(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return true
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isPlain(value, 0))
  if (content instanceof Y.ContentFormat) return isKey(content.key) && isPlain(content.value, 0)
  if (!(content instanceof Y.ContentType)) return false
  const { type } = content
  if (type.constructor === Y.XmlElement) return isKey((type as Y.XmlElement).nodeName)
  return type.constructor === Y.Map || type.constructor === Y.XmlFragment || type.constructor === Y.XmlText
}

function isPlaceAllowed({ content, rightOrigin }: Y.Item, { role, key }: Place): boolean {
  // What stands under a key has only older values before it, and nothing behind; maps have nothing but keys.
  if (key === null ? mapRoles.has(role) : rightOrigin !== null) return false
  if (content instanceof Y.ContentDeleted) return true
  if (content instanceof Y.ContentType) return roleOf(content.type, { role, key }) !== null
  if (content instanceof Y.ContentAny) return key !== null && role !== 'pages' && role !== 'elements' && role !== 'text'
  return role === 'run' && key === null
}

function isKey(key: string): boolean {
  return key.length <= MAX_KEY && !forbiddenKeys.has(key)
}

/** Values as JSON has them, and undefined and numbers that are none: readers bear with those. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT
  if (typeof value === 'bigint') return false
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_JSON) return false
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1))
  // A key `__proto__` has become the prototype when Yjs decoded it.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.entries(value).every(([key, item]) => isKey(key) && isPlain(item, depth + 1))
}
