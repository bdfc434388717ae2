import type { ErrorDetail } from '@anawim/lesson'
import type { Request } from 'express'
import type { z } from 'zod'
import type { Route } from '../contract/index.ts'
import { cutText } from '../cut-text.ts'
import { ApiError, notFound } from './api-error.ts'
import { unstorableTexts } from './unstorable-texts.ts'

/** More than a form can show; a lesson of 10,000 wrong elements must not answer with 10,000 lines. */
const MOST_DETAILS = 50

/** Longest path in an answer: a key that somebody sent may be megabytes long. */
const MOST_PATH = 200

/** The parameters of the path in their final form. A wrong one is 404: there is nothing at such an address. */
export function validateParams(route: Route, req: Request): unknown {
  const params = route.params?.safeParse(req.params)
  if (params && !params.success) throw notFound()
  return params?.data
}

/** Query and body, checked and in their final form; 422 for what is wrong. */
export function validate(route: Route, req: Request): { query: unknown; body: unknown } {
  return {
    query: route.query && check(route.query, req.query),
    body: route.body && check(route.body, req.body ?? {}, route.precheck),
  }
}

function check(schema: z.ZodType, value: unknown, precheck?: Route['precheck']): unknown {
  const mistakes = [...unstorableTexts(value), ...(precheck?.(value) ?? [])]
  if (mistakes.length > 0) throw invalid(mistakes)
  const result = schema.safeParse(value)
  if (!result.success) throw invalid(result.error.issues.flatMap((issue) => detailsOf(issue, [])))
  return result.data
}

function invalid(details: ErrorDetail[]): ApiError {
  const told = details.slice(0, MOST_DETAILS).map(({ path, message }) => ({ path: cutText(path, MOST_PATH), message }))
  return new ApiError('invalid', 'The request is not valid.', { details: told })
}

/** One line a field. Of a choice between forms, what is wrong with the form that fits best. */
function detailsOf(issue: z.core.$ZodIssue, above: PropertyKey[]): ErrorDetail[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: dotted([...path, key]), message: 'there is no such field here' }))
  }
  if (issue.code === 'invalid_union') {
    const [best] = issue.errors.toSorted((a, b) => a.length - b.length)
    if (best && best.length > 0) return best.flatMap((inner) => detailsOf(inner, path))
  }
  return [{ path: dotted(path), message: issue.message }]
}

function dotted(path: PropertyKey[]): string {
  return path.map(String).join('.')
}
