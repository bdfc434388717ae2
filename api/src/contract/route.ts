import type { ErrorDetail, LessonAction } from '@anawim/lesson'
import type { z } from 'zod'

/**
 * Who may call a route, decided before its handler runs. Required: a route without a decision does not compile.
 * `public`: everybody. `self`: who is logged in, for what is theirs or is filtered by what they may see.
 * `{creates: …}`: whose role makes lessons, and so classes. `{lesson: action}`: who may do that to lesson `:id`, judged by `@anawim/lesson`;
 * with `byLink`, also who holds a link to it. `{class: 'manage'}`: the teacher of class `:id`, and admins.
 */
export type Access =
  | 'public'
  | 'self'
  | { role: 'admin' }
  | { creates: 'lesson' | 'class' }
  | { class: 'manage' }
  | { lesson: LessonAction; byLink?: true }

/** What is not JSON: the media type of the bytes that the route sends. */
export interface FileAnswer {
  file: string
}

interface RouteParts {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE'
  /** With `:name` for each of `params`. */
  path: `/${string}`
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  /** JSON. A body that is missing counts as `{}`. */
  body?: z.ZodType
  /** Mistakes of a body in so great a number that `body` would be busy for seconds listing them. */
  precheck?: (body: unknown) => ErrorDetail[]
  /** A multipart form with one file of this name, in place of `body`. */
  upload?: 'file'
  /** A protocol of its own on raw bytes, in place of `body`: the handler reads and answers. */
  streams?: true
  /** It has the database keep a whole canvas: one person does so only so often in a minute; 429. */
  keepsCanvas?: true
  /** Of an answer that is not an error; 200 unless told. */
  status?: 200 | 201 | 204 | 302
  /** null: nothing (204). Keys that it does not name never leave the server. */
  answer: z.ZodType | FileAnswer | null
}

type OfOneThing = Extract<Access, { lesson: LessonAction } | { class: 'manage' }>
type RouteOfOne = RouteParts & { access: OfOneThing; params: z.ZodObject<{ id: z.ZodType<number> }> }
type OtherRoute = RouteParts & { access: Exclude<Access, OfOneThing> }

/** One route of the API, as server, client and OpenAPI read it. */
export type Route = RouteOfOne | OtherRoute

/** Declares one route. Says nothing at run time: it makes the compiler ask for what is missing. */
export function defineRoute<const R extends Route>(route: R): R {
  return route
}

type Part<Name extends string, S> = S extends z.ZodType
  ? Record<never, never> extends z.input<S>
    ? { [N in Name]?: z.input<S> }
    : { [N in Name]: z.input<S> }
  : unknown

type ParamsOf<R> = R extends { params: infer S } ? S : null
type QueryOf<R> = R extends { query: infer S } ? S : null
type BodyOf<R> = R extends { body: infer S } ? S : null

/** What a client gives: `{params, query, body}`, each only where the route has one; `{form}` for an upload. */
export type RouteInput<R> = Part<'params', ParamsOf<R>> &
  Part<'query', QueryOf<R>> &
  Part<'body', BodyOf<R>> &
  (R extends { upload: 'file' } ? { form: FormData } : unknown)

/** What a client gets when all went well. */
export type RouteAnswer<R> = R extends { answer: infer S extends z.ZodType }
  ? z.output<S>
  : R extends { answer: FileAnswer }
    ? Uint8Array
    : undefined

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

/** What a handler gets once the request was validated. */
export interface RouteRequest<R> {
  params: Parsed<ParamsOf<R>>
  query: Parsed<QueryOf<R>>
  body: Parsed<BodyOf<R>>
}
