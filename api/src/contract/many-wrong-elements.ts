import { elementSchema, type ErrorDetail } from '@anawim/lesson'

/** Fewer elements than this are checked at once, whatever they are. */
const FEW = 1_000
/** As many as an answer tells of. */
const ENOUGH = 50

/**
 * The first wrong elements of a body with a `content`, when there are many: a schema goes on to the last of two million, and the
 * server would answer nobody meanwhile. Nothing when there are few, or few are wrong.
 */
export function manyWrongElements(body: unknown): ErrorDetail[] {
  const pages = listIn(memberOf(body, 'content'), 'pages')
  const lists = pages.map((page) => listIn(page, 'elements'))
  if (lists.reduce((sum, list) => sum + list.length, 0) <= FEW) return []
  const wrong: ErrorDetail[] = []
  for (const [page, list] of lists.entries()) {
    for (const [index, element] of list.entries()) {
      const { error } = elementSchema.safeParse(element)
      if (!error) continue
      const [first] = error.issues
      const path = ['content', 'pages', page, 'elements', index, ...(first?.path ?? [])].map(String).join('.')
      wrong.push({ path, message: first?.message ?? 'it is not an element' })
      if (wrong.length >= ENOUGH) return wrong
    }
  }
  return []
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function listIn(value: unknown, key: string): unknown[] {
  const list = memberOf(value, key)
  return Array.isArray(list) ? list : []
}
