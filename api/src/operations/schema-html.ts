/** A JSON schema, as far as the contract uses them. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  description?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

/** Deeper than this a shape is not told: what is so deep has a name of its own. */
const DEEPEST = 6

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A schema as people write types: `{ title: string 1–200, level?: string | null }`, with links to those that have names. */
export function schemaHtml(schema: Schema, depth = 0): string {
  const name = schema.$ref?.split('/').at(-1)
  if (name) return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((choice) => schemaHtml(choice, depth)).join(' | ')
  if (schema.allOf) return schema.allOf.map((part) => schemaHtml(part, depth)).join(' &amp; ')
  if (schema.enum) return schema.enum.map((value) => escapeHtml(JSON.stringify(value))).join(' | ')
  if (schema.const !== undefined) return escapeHtml(JSON.stringify(schema.const))
  if (schema.items) return `(${schemaHtml(schema.items, depth)})[]`
  if (schema.properties) return objectHtml(schema, depth)
  return escapeHtml([typeOf(schema), boundsOf(schema)].filter((part) => part !== '').join(' ')) + notesOf(schema)
}

function objectHtml({ properties = {}, required = [] }: Schema, depth: number): string {
  if (depth > DEEPEST) return '{ … }'
  const indent = '  '.repeat(depth + 1)
  const lines = Object.entries(properties).map(
    ([key, value]) =>
      `${indent}${escapeHtml(key)}${required.includes(key) ? '' : '?'}: ${schemaHtml(value, depth + 1)}`,
  )
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

function typeOf({ type, format }: Schema): string {
  const types = [type ?? 'anything'].flat().join(' | ')
  return format ? `${types} (${format})` : types
}

function boundsOf({ minimum, maximum, minLength, maxLength }: Schema): string {
  const [least, most] = [minimum ?? minLength, maximum ?? maxLength]
  if (least === undefined && most === undefined) return ''
  return `${least ?? ''}–${most ?? ''}`
}

function notesOf(schema: Schema): string {
  const notes = [
    ...(schema.default === undefined ? [] : [`normally ${JSON.stringify(schema.default)}`]),
    ...(schema.description ? [schema.description] : []),
  ]
  return notes.length > 0 ? ` <span class="doc">${escapeHtml(notes.join('; '))}</span>` : ''
}
