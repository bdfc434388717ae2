import type { ErrorDetail } from '@anawim/lesson'

const MOST = 10

/**
 * The texts in a JSON value that PostgreSQL cannot hold: with a NUL, or with half of a surrogate pair. Keys count too.
 * Without recursion, so that no nesting can exhaust the stack.
 */
export function unstorableTexts(value: unknown): ErrorDetail[] {
  const found: ErrorDetail[] = []
  const rest: { path: string; value: unknown }[] = [{ path: '', value }]
  for (let next = rest.pop(); next && found.length < MOST; next = rest.pop()) {
    const { path, value: item } = next
    if (typeof item === 'string') {
      if (!isStorable(item)) found.push({ path, message: 'expected text without NUL and without broken characters' })
    } else if (typeof item === 'object' && item !== null) {
      for (const [key, inner] of Object.entries(item)) {
        if (!isStorable(key)) found.push({ path, message: 'expected a key without NUL and without broken characters' })
        rest.push({ path: path === '' ? key : `${path}.${key}`, value: inner })
      }
    }
  }
  return found
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}
