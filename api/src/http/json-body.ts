import { isUtf8 } from 'node:buffer'
import express, { type Request, type Response } from 'express'
import { ApiError, invalidField } from './api-error.ts'
import { jsonExcess } from './json-excess.ts'

/** Who is not logged in has nothing long to say: their bodies are not worth the memory. */
const PUBLIC_LIMIT_BYTES = 100_000

export type ReadJson = (req: Request, res: Response, isPublic: boolean) => Promise<void>

/** Reads a JSON body into `req.body`; leaves it undefined when there is none. 400, 413 and 415 as ApiErrors or body-parser's own. */
export function createReadJson(limitBytes: number): ReadJson {
  const types = ['application/json', 'application/*+json']
  const verify = (_req: unknown, _res: unknown, bytes: Buffer) => {
    if (!isUtf8(bytes)) throw new ApiError('malformed_json', 'The body is not UTF-8.')
    const excess = jsonExcess(bytes)
    if (excess !== null) throw invalidField('', excess)
  }
  const parser = express.json({ type: types, limit: limitBytes, verify })
  const publicParser = express.json({ type: types, limit: Math.min(limitBytes, PUBLIC_LIMIT_BYTES), verify })

  return async (req, res, isPublic) => {
    const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
    if (!hasBody) return
    if (!req.is(types)) throw new ApiError('unsupported_media_type', 'Send JSON, with content-type application/json.')
    await new Promise<void>((resolve, reject) => {
      const parse = isPublic ? publicParser : parser
      parse(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
    })
  }
}
