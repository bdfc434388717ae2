import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { errorAnswerSchema, routes, type Route, type RouteName } from '../contract/index.ts'

const BEARER = 'bearer'

/** The API as OpenAPI 3.1, made of the table that it is served from: it cannot tell of a route that is not there. */
export function createOpenApi(): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name]
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    const method = route.method.toLowerCase() as 'get' | 'head' | 'post' | 'patch' | 'delete'
    paths[path] = { ...paths[path], [method]: operation(name, route) }
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Anawim',
        version: '1.0.0',
        description:
          'The open, self-hosted lesson canvas. Errors are `{error: {code, message, request_id, details?}}`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      paths,
      components: {
        securitySchemes: { [BEARER]: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    {
      allowEmptySchema: { custom: true, any: true, unknown: true },
      override: ({ jsonSchema }) => {
        // A number or flag of a query is one type; that it comes as text is what a query is.
        if (jsonSchema.type !== undefined) delete jsonSchema.anyOf
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      },
    },
  )
  return { ...document }
}

function operation(operationId: string, route: Route): ZodOpenApiOperationObject {
  return {
    operationId,
    summary: route.summary,
    description: `Access: ${describeAccess(route)}.`,
    tags: [tagOf(route.path)],
    ...(route.access === 'public' ? {} : { security: [{ [BEARER]: [] }] }),
    ...(route.params || route.query
      ? {
          requestParams: {
            ...(route.params ? { path: route.params } : {}),
            ...(route.query ? { query: route.query } : {}),
          },
        }
      : {}),
    ...requestBody(route),
    responses: {
      [String(route.status ?? 200)]: { description: 'All went well.', ...success(route) },
      default: { description: 'An error.', content: { 'application/json': { schema: errorAnswerSchema } } },
    },
  }
}

function requestBody(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (route.body) return { requestBody: { content: { 'application/json': { schema: route.body } } } }
  if (route.method === 'PATCH' && route.streams) {
    return { requestBody: { content: { 'application/offset+octet-stream': { schema: { type: 'string' } } } } }
  }
  if (!route.upload) return {}
  const schema = {
    type: 'object' as const,
    properties: { [route.upload]: { type: 'string' as const, contentMediaType: 'application/octet-stream' } },
    required: [route.upload],
  }
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
}

function success(route: Route) {
  if (route.answer === null) return {}
  if ('file' in route.answer) return { content: { [route.answer.file]: { schema: { type: 'string' as const } } } }
  return { content: { 'application/json': { schema: route.answer } } }
}

function describeAccess({ access }: Route): string {
  if (access === 'public') return 'everybody'
  if (access === 'self') return 'who is logged in'
  if ('role' in access) return 'admins'
  if ('creates' in access) return 'who may make lessons'
  if ('class' in access) return 'the teacher of the class, and admins'
  return `who may ${access.lesson} the lesson${access.byLink ? ', and who holds a link to it' : ''}`
}

function tagOf(path: string): string {
  return /^\/api\/(\w+)/.exec(path)?.[1] ?? 'server'
}
