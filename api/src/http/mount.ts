import type { Database } from '@anawim/db'
import type { LessonFacts } from '@anawim/lesson'
import type { Express, Request, Response } from 'express'
import { routes, type Route, type RouteName } from '../contract/index.ts'
import { ApiError, notFound } from './api-error.ts'
import type { Authenticate } from './authenticate.ts'
import type { RateLimits } from '../limits/rate-limits.ts'
import { authorize, authorizeHolder } from './authorize.ts'
import { answered, type Handlers, type Login } from './handler.ts'
import type { ReadJson } from './json-body.ts'
import { createTurns } from './turns.ts'
import { validate, validateParams } from './validate.ts'

/** A body that took longer than this to arrive, in milliseconds, is judged anew. */
const SLOW = 1_000

/** Requests of one person that are worked on at once. */
const AT_ONCE = 10

export interface MountDeps {
  db: Database
  authenticate: Authenticate
  readJson: ReadJson
  limits: Pick<RateLimits, 'kept'>
}

/** A handler whose route is not known to the compiler any more: what the loop below calls. */
type AnyHandler = (request: {
  params: unknown
  query: unknown
  body: unknown
  login: Login | undefined
  facts: LessonFacts | undefined
  req: Request
  res: Response
}) => unknown

/** Puts every route of the table on the app: authenticate, authorize, validate, do, present. There is no other way in. */
export function mount(app: Express, handlers: Handlers, deps: MountDeps): void {
  const inTurn = createTurns(AT_ONCE)
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name]
    const handle = handlers[name] as unknown as AnyHandler
    const method = route.method.toLowerCase() as 'get' | 'head' | 'post' | 'patch' | 'delete'
    app[method](route.path, async (req, res) => {
      const subject =
        route.access === 'public' || route.upload || route.streams ? null : await deps.authenticate.subject(req, res)
      const work = () => serve(route, handle, deps, req, res)
      await (subject === null ? work() : inTurn(subject, work))
    })
  }
}

async function serve(route: Route, handle: AnyHandler, deps: MountDeps, req: Request, res: Response): Promise<void> {
  res.locals.route = route.path
  let admitted = await admit(route, deps, req, res)
  if (route.body) {
    const startedAt = performance.now()
    await deps.readJson(req, res, route.access === 'public')
    // Who sends slowly is asked again: the account may be suspended, the lesson withdrawn by now.
    if (performance.now() - startedAt > SLOW) admitted = await admit(route, deps, req, res)
  }
  if (route.keepsCanvas && admitted.login) await deps.limits.kept(admitted.login.person.id)
  const answer = await handle({ ...admitted, ...validate(route, req), req, res })
  if (answer !== answered) present(route, answer, res)
}

interface Admitted {
  params: unknown
  login: Login | undefined
  facts: LessonFacts | undefined
}

/** Who asks, for what, and may they? Known before a body is read: nobody else's is worth the work. */
async function admit(route: Route, { db, authenticate }: MountDeps, req: Request, res: Response): Promise<Admitted> {
  const { access } = route
  if (access === 'public') return { params: validateParams(route, req), login: undefined, facts: undefined }
  const login = await authenticate.login(req, res)
  if (login) {
    const params = validateParams(route, req)
    return { params, login, facts: await authorize(db, access, login, idOf(params)) }
  }
  const holder = typeof access === 'object' && 'byLink' in access ? await authenticate.holder(req) : null
  if (holder && typeof access === 'object' && 'byLink' in access) {
    const params = validateParams(route, req)
    return { params, login: undefined, facts: await authorizeHolder(db, access, holder, idOf(params)) }
  }
  res.set('WWW-Authenticate', 'Bearer')
  throw new ApiError('unauthenticated', 'Log in first.')
}

function idOf(params: unknown): number | undefined {
  const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : undefined
  return typeof id === 'number' ? id : undefined
}

/** Only what the contract names leaves the server. */
function present(route: Route, answer: unknown, res: Response): void {
  if (!res.hasHeader('Cache-Control')) res.set('Cache-Control', 'no-store')
  res.status(route.status ?? 200)
  if (route.answer === null) res.end()
  else if ('file' in route.answer) throw notFound()
  else res.json(route.answer.parse(answer))
}
