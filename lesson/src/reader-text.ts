import type { ReaderView } from './changes.ts'
import { forReaders } from './readers.ts'

/**
 * What readers see, as one text: JSON with sorted keys, so that whoever holds the same content, from memory or from a column that
 * reorders keys, has the same text. A server's version of it is a digest of this.
 */
export function readerText({ title, content }: ReaderView): string {
  return sortedJson({ content: forReaders(content), title })
}

/** Of objects that are frozen, as elements of an open document are: those need not be written again for each version. */
const texts = new WeakMap<object, string>()

function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (!Object.isFrozen(value)) return sortedObject(value)
  const text = texts.get(value) ?? sortedObject(value)
  texts.set(value, text)
  return text
}

function sortedObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${sortedJson(item)}`)
  return `{${members.join(',')}}`
}
