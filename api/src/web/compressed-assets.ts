import type { RequestHandler } from 'express'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Encoding = 'br' | 'gzip'

/** What shrinks, and how it is called. Pictures and woff2 fonts are compressed already. */
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.ttf': 'font/ttf',
}

const compress: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
}

/**
 * Text files of a folder, compressed once for all who ask: a class that opens the page at once must not cost a compression
 * a phone. Their names carry a hash, so what was compressed stays right. Everything else is left to the next handler.
 */
export function createCompressedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>()

  return async (req, res, next) => {
    const [, name] = /^\/([\w-][\w.-]*)$/.exec(req.path) ?? []
    const type = types[extname(name ?? '')]
    const encoding = req.acceptsEncodings('br', 'gzip', 'identity')
    const isOurs = name && type && req.method === 'GET' && (encoding === 'br' || encoding === 'gzip')
    const body = isOurs ? await compressed(name, encoding) : null
    if (!body || !type) {
      next()
      return
    }
    res.set({ 'Content-Type': type, 'Content-Encoding': String(encoding), 'Content-Length': String(body.length) })
    res.set('Cache-Control', 'public, max-age=31536000, immutable').vary('Accept-Encoding').end(body)
  }

  /** null when there is no such file. */
  async function compressed(name: string, encoding: Encoding): Promise<Buffer | null> {
    const key = `${encoding} ${name}`
    const bytes = kept.get(key) ?? readFile(join(folder, name)).then(compress[encoding])
    kept.set(key, bytes)
    try {
      return await bytes
    } catch {
      kept.delete(key)
      return null
    }
  }
}
