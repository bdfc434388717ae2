import * as Y from 'yjs'
import type { DecodedUpdate, Struct } from './decode-update.ts'
import { rootNames } from './roots.ts'

/** What a lesson's document is made of: its roots, and the shared types that stand in them. */
export type Role = (typeof rootNames)[number] | 'page' | 'element' | 'text' | 'node' | 'run'

/** Where an item stands: in a shared type of this role, under a key, or in its list when there is none. */
export interface Place {
  role: Role
  key: string | null
  /** Types inside types, counted from the root. */
  depth: number
  /** The item of that shared type; null: it is a root. */
  holder: Y.ID | null
}

/** `unknown`: beside or inside something that is gone, or that nobody knows here; Yjs will not show it. `none`: no place at all. */
export type FoundPlace = Place | 'unknown' | 'none'

type Container = Omit<Place, 'key'>

/**
 * Finds where the items of an update will stand in the document, before it is applied. Most items do not say it: they stand
 * where their neighbour stands, in the update or in the document.
 */
export class StructPlaces {
  #doc: Y.Doc | undefined
  #update: DecodedUpdate
  #known = new Map<Y.Item, FoundPlace>()

  constructor(update: DecodedUpdate, doc: Y.Doc | undefined) {
    this.#update = update
    this.#doc = doc
  }

  placeOf(item: Y.Item): FoundPlace {
    const passed: Y.Item[] = []
    let current = item
    let place = this.#known.get(current)
    while (place === undefined) {
      passed.push(current)
      // Where neighbours lead round in a circle, there is nothing.
      this.#known.set(current, 'none')
      const beside = current.origin ?? current.rightOrigin
      if (beside === null) place = this.#namedPlace(current)
      else {
        const neighbour = this.find(beside)
        if (!(neighbour instanceof Y.Item)) place = 'unknown'
        else if (this.#isStanding(neighbour)) place = this.#standingPlace(neighbour)
        else {
          current = neighbour
          place = this.#known.get(current)
        }
      }
    }
    for (const each of passed) this.#known.set(each, place)
    return place
  }

  /** Do both neighbours of an item stand in one place? (Where something is gone, nobody can tell.) */
  isBetweenNeighbours({ origin, rightOrigin }: Y.Item): boolean {
    if (!origin || !rightOrigin) return true
    const [left, right] = [origin, rightOrigin].map((id) => {
      const neighbour = this.find(id)
      return neighbour instanceof Y.Item ? { item: neighbour, place: this.#anyPlace(neighbour) } : null
    })
    if (!left || !right || left.place === 'unknown' || right.place === 'unknown') return true
    if (left.place === 'none' || right.place === 'none') return false
    // In another type of the same role, which of two at one place comes first would depend on which came first to whom.
    return left.place.key === right.place.key && isSameHolder(left.place, right.place)
  }

  /** What has that id, in the document or in the update. */
  find({ client, clock }: Y.ID): Struct | null {
    if (this.#doc && clock < Y.getState(this.#doc.store, client)) {
      const structs = this.#doc.store.clients.get(client) ?? []
      return structs[Y.findIndexSS(structs, clock)] ?? null
    }
    const structs = this.#update.byClient.get(client) ?? []
    let [low, high] = [0, structs.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const struct = structs[middle]
      if (!struct) return null
      if (clock < struct.id.clock) high = middle - 1
      else if (clock >= struct.id.clock + struct.length) low = middle + 1
      else return struct
    }
    return null
  }

  #isStanding(item: Y.Item): boolean {
    return typeof item.parent === 'object' && item.parent !== null && !(item.parent instanceof Y.ID)
  }

  #anyPlace(item: Y.Item): FoundPlace {
    return this.#isStanding(item) ? this.#standingPlace(item) : this.placeOf(item)
  }

  /** The place of an item that names its parent: a root by its name, or the item of a type by its id. */
  #namedPlace(item: Y.Item): FoundPlace {
    const parent: unknown = item.parent
    const key = item.parentSub
    if (typeof parent === 'string') {
      const role = rootNames.find((name) => name === parent)
      return role ? { role, key, depth: 0, holder: null } : 'none'
    }
    if (!(parent instanceof Y.ID)) return 'unknown'
    const holder = this.find(parent)
    if (!(holder instanceof Y.Item) || holder.content instanceof Y.ContentDeleted) return 'unknown'
    const container = this.#insideOf(holder)
    return typeof container === 'string' ? container : { ...container, key }
  }

  /** The place of an item of the document. */
  #standingPlace(item: Y.Item): FoundPlace {
    const parent = item.parent as Y.AbstractType<unknown>
    const holder = parent._item
    if (holder === null) {
      const role = rootNames.find((name) => this.#doc?.share.get(name) === parent)
      return role ? { role, key: item.parentSub, depth: 0, holder: null } : 'unknown'
    }
    const container = this.#insideOf(holder)
    return typeof container === 'string' ? 'unknown' : { ...container, key: item.parentSub }
  }

  #insideOf(holder: Y.Item): Container | 'unknown' | 'none' {
    const place = this.#anyPlace(holder)
    if (typeof place === 'string') return place
    const role = holder.content instanceof Y.ContentType ? roleOf(holder.content.type, place) : null
    return role ? { role, depth: place.depth + 1, holder: holder.id } : 'none'
  }
}

function isSameHolder(one: Place, other: Place): boolean {
  if (one.role !== other.role) return false
  const [a, b] = [one.holder, other.holder]
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
}

/** What a shared type is in that place; null when it has nothing to do there. */
export function roleOf(type: object, { role, key }: Pick<Place, 'role' | 'key'>): Role | null {
  const kind = type.constructor
  if (key !== null) {
    if (role === 'pages' && kind === Y.Map) return 'page'
    if (role === 'elements' && kind === Y.Map) return 'element'
    return role === 'element' && kind === Y.XmlFragment ? 'text' : null
  }
  if (role !== 'text' && role !== 'node') return null
  if (kind === Y.XmlElement) return 'node'
  return kind === Y.XmlText ? 'run' : null
}
