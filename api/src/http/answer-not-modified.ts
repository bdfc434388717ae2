import type { Request, Response } from 'express'

/**
 * Sets the ETag, and answers 304 when the client holds that version already; says whether it did. Not Express' `req.fresh`:
 * that believes `Cache-Control: no-cache`, which fetch adds by itself to every request with an If-None-Match of one's own.
 */
export function answerNotModified(req: Request, res: Response, etag: string): boolean {
  res.set('Cache-Control', 'private, no-cache').set('ETag', etag)
  const held = req.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!held?.some((tag) => tag === etag || tag === '*')) return false
  res.status(304).end()
  return true
}
