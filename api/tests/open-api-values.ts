import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from '../src/operations/schema-html.ts'

type Schemas = Record<string, Schema>

/** Texts that break what does not expect them. */
const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' ', '0', '-1', '1e99', '2147483648', "'; --", '../..', '\u202e', '%', 'a'.repeat(300), '🎈'),
)
const junk = fc.oneof(text, fc.constantFrom(null, true, -1, 0, 1.5, 2 ** 53, 1e308), fc.constant([]), fc.constant({}))

/**
 * Values as a schema of the OpenAPI document describes them, mostly; one in some is of another type, so that a request gets as far as
 * the last field and then goes wrong there.
 */
export function valuesOf(schema: Schema, schemas: Schemas, depth = 0): Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: fitting(schema, schemas, depth) }, { weight: 1, arbitrary: junk })
}

function fitting(schema: Schema, schemas: Schemas, depth: number): Arbitrary<unknown> {
  const name = schema.$ref?.split('/').at(-1)
  if (name !== undefined) {
    const named = schemas[name]
    return named && depth < 6 ? fitting(named, schemas, depth + 1) : junk
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, schemas, depth)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([key, value]) => [key, valuesOf(value, schemas, depth + 1)])
    return fc.record(Object.fromEntries(fields) as Record<string, Arbitrary<unknown>>, {
      requiredKeys: schema.required ?? [],
    })
  }
  if (schema.items) return fc.array(valuesOf(schema.items, schemas, depth + 1), { maxLength: 3 })
  const [type = 'null'] = [schema.type ?? 'object'].flat()
  if (type === 'integer' || type === 'number') {
    const min = Math.ceil(schema.minimum ?? -5)
    const max = Math.max(min, Math.min(Math.floor(schema.maximum ?? 1_000), 2 ** 31 - 1))
    return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max, min - 1, max + 1))
  }
  if (type === 'boolean') return fc.boolean()
  if (type === 'string') return text
  return junk
}
