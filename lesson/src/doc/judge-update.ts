import * as Y from 'yjs'
import { limits } from '../limits.ts'
import { ID_PATTERN } from '../ids.ts'
import { rootNames } from './roots.ts'

export type UpdateVerdict = { ok: true } | { ok: false; code: 'malformed' | 'too_large' }

/**
 * May this update (Yjs v1) be applied? Decodes it without applying: Yjs does not roll back, and some malformed updates leave a document
 * unreadable. What it lets pass can still be odd in its values: readers bear with that.
 */
export function judgeUpdate(update: Uint8Array): UpdateVerdict {
  if (update.byteLength > limits.updateBytes) return { ok: false, code: 'too_large' }
  try {
    const { structs } = Y.decodeUpdate(update)
    return structs.every(isAllowed) ? { ok: true } : { ok: false, code: 'malformed' }
  } catch {
    return { ok: false, code: 'malformed' }
  }
}

const roots: ReadonlySet<string> = new Set(rootNames)

/** The shared types that a lesson's document is made of. */
const sharedTypes = [Y.Map, Y.XmlFragment, Y.XmlElement, Y.XmlText] as const

function isAllowed(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return true
  const { content, parent, parentSub } = struct
  if (content instanceof Y.ContentDoc || content instanceof Y.ContentEmbed) return false
  if (content instanceof Y.ContentType && !sharedTypes.some((type) => content.type.constructor === type)) return false
  // A parent that is a string is a root; most items name none, for their neighbour says it.
  const root: unknown = parent
  if (typeof root !== 'string') return true
  if (!roots.has(root) || parentSub === null) return false
  return root === 'meta' || ID_PATTERN.test(parentSub)
}
