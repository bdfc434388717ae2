import type { Request } from 'express'

/** The language for names that the server gives (a first page, a copy): Vietnamese unless the person prefers English. */
export function requestLanguage(req: Request): 'vi' | 'en' {
  return req.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi'
}
