import type { ErrorDetail } from '@anawim/lesson'

const MOST = 10

/** Where a value stands, said as a path only when somebody asks. */
interface Place {
  value: object
  key: string | number
  above: Place | null
}

/**
 * The texts in a JSON value that PostgreSQL cannot hold: with a NUL, or with half of a surrogate pair. Keys count too.
 * Without recursion, so that no nesting can exhaust the stack, and without a word for each of a million numbers.
 */
export function unstorableTexts(value: unknown): ErrorDetail[] {
  const found: ErrorDetail[] = []
  const rest: Place[] = []
  const look = (item: unknown, key: string | number, above: Place | null) => {
    if (typeof item === 'object' && item !== null) rest.push({ value: item, key, above })
    else if (typeof item === 'string' && !isStorable(item) && found.length < MOST) {
      const path = pathOf({ value: {}, key, above })
      found.push({ path, message: 'expected text without NUL and without broken characters' })
    }
  }
  look(value, '', null)
  for (let place = rest.pop(); place && found.length < MOST; place = rest.pop()) {
    const holder = place
    if (Array.isArray(holder.value)) {
      holder.value.forEach((item, index) => look(item, index, holder))
      continue
    }
    for (const [key, inner] of Object.entries(holder.value)) {
      if (!isStorable(key)) {
        found.push({ path: pathOf(holder), message: 'expected a key without NUL and without broken characters' })
      }
      look(inner, key, holder)
    }
  }
  return found
}

function pathOf(place: Place): string {
  const keys: (string | number)[] = []
  for (let at: Place | null = place; at && at.key !== ''; at = at.above) keys.push(at.key)
  return keys.reverse().join('.')
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}
