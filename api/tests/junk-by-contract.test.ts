/** Requests made from the OpenAPI document, right for the most part, against every route: never a 5xx, never a hang, always a code. */
import { errorAnswerSchema } from '@anawim/api/contract'
import fc, { type Arbitrary } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenApiDocument } from '../src/operations/api-docs.ts'
import { createOpenApi } from '../src/operations/open-api.ts'
import { startApi, type ApiServer } from './api-server.ts'
import { valuesOf } from './open-api-values.ts'
import { lessonOf, person, type Someone } from './people.ts'

/** How many in all: a few hundred in `npm test`, thousands in `npm run test:long`. */
const REQUESTS = Number(process.env['ANAWIM_REQUESTS'] ?? 300)
/** An answer that takes longer hangs, however busy the machine is. */
const PATIENCE = 10_000

let api: ApiServer
let someone: Record<'admin' | 'teacher' | 'student', Someone>
let ids: number[]
beforeAll(async () => {
  api = await startApi()
  someone = {
    admin: await person(api, 'admin'),
    teacher: await person(api, 'teacher'),
    student: await person(api, 'student'),
  }
  ids = [await lessonOf(api, someone.admin), await lessonOf(api, someone.teacher, { published: 'public' }), 1, 2, 999]
})
afterAll(() => api.close())

const document = createOpenApi() as unknown as OpenApiDocument
const schemas = document.components.schemas ?? {}
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)

interface Made {
  path: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
}

function requestOf({ operation }: (typeof operations)[number]): Arbitrary<Made> {
  const record = (place: string) => {
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === place)
    // Rows that are there, so that requests get past the first 404.
    const valueOf = ({ name, schema }: (typeof parameters)[number]) =>
      name === 'id' ? fc.constantFrom(0, 1, 2, 3, 4).map((index) => ids[index] ?? 1) : valuesOf(schema, schemas)
    const fields = parameters.map((parameter) => [parameter.name, valueOf(parameter)])
    return fc.record(Object.fromEntries(fields) as Record<string, Arbitrary<unknown>>, {
      requiredKeys: place === 'path' ? parameters.map(({ name }) => name) : [],
    })
  }
  const json = operation.requestBody?.content['application/json']?.schema
  return fc.record({
    path: record('path'),
    query: record('query'),
    body: json ? valuesOf(json, schemas) : fc.constant(undefined),
  })
}

/** As it goes on the wire; what cannot is no request. */
const wire = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed()

async function send({ method, path }: (typeof operations)[number], made: Made, token: string): Promise<Response> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(wire(made.path[name])))
  const query = new URLSearchParams(
    Object.entries(made.query).map(([name, value]): [string, string] => [name, wire(value)]),
  )
  const hasBody = method !== 'GET' && method !== 'HEAD' && made.body !== undefined
  return api.fetch(`${filled}?${query.toString()}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(hasBody && { 'content-type': 'application/json' }) },
    ...(hasBody && { body: JSON.stringify(made.body) }),
    signal: AbortSignal.timeout(PATIENCE),
  })
}

/** An error must be one that a client can read, and never the server's own. */
function verdictOn(status: number, text: string): string {
  // An answer to HEAD has no body.
  if (status < 400 || (status < 500 && text === '')) return 'fine'
  const isTold = status < 500 && errorAnswerSchema.safeParse(JSON.parse(text)).success
  return isTold ? 'fine' : text.slice(0, 300)
}

describe('requests made from the description', () => {
  const each = Math.max(2, Math.ceil(REQUESTS / operations.length))

  // These would log out or suspend who asks, and leave nothing to try.
  const tried = operations.filter(({ operation }) => !['logout', 'updateUser'].includes(operation.operationId))

  it.each(tried.map((one) => [one.operation.operationId, one] as const))('%s', async (_name, one) => {
    const asker = fc.constantFrom('admin', 'teacher', 'student')
    const property = fc.asyncProperty(requestOf(one), asker, async (made, who) => {
      const response = await send(one, made, someone[who].token)
      const text = await response.text()
      expect({ status: response.status, is: verdictOn(response.status, text) }).toEqual({
        status: response.status,
        is: 'fine',
      })
    })
    await fc.assert(property, { numRuns: each })
  })
})
