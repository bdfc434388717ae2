/** What every error answer holds, over HTTP and over sockets. The web translates `code`. */
export interface ErrorBody {
  code: ErrorCode
  message: string
  request_id: string
  details?: ErrorDetail[]
}

/** One field that was wrong. `path` is dotted: `pages.0.elements.3.fill`. */
export interface ErrorDetail {
  path: string
  message: string
}

/** Every code that a client can meet, with its HTTP status. */
export const errorStatus = {
  bad_request: 400,
  malformed_json: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  forbidden: 403,
  account_suspended: 403,
  password_change_required: 403,
  origin_not_allowed: 403,
  registration_closed: 403,
  code_needed: 403,
  wrong_code: 403,
  not_found: 404,
  no_state: 404,
  link_ended: 404,
  email_taken: 409,
  client_outdated: 409,
  last_admin: 409,
  conflict: 409,
  too_many_versions: 409,
  too_many_links: 409,
  too_many_classes: 409,
  class_full: 409,
  media_in_use: 409,
  precondition_failed: 412,
  too_large: 413,
  quota_exceeded: 413,
  unsupported_media_type: 415,
  invalid: 422,
  address_refused: 422,
  address_failed: 422,
  too_many_requests: 429,
  too_many_lessons: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorStatus
