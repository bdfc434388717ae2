import busboy from 'busboy'
import type { Request } from 'express'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ApiError, invalidField } from '../http/api-error.ts'
import { cleanName } from './clean-name.ts'

/** A file that arrived, on disk until `discard` is called. */
export interface Upload {
  path: string
  originalFilename: string
  discard(): Promise<void>
}

/**
 * The one file of a multipart form, streamed to a temporary folder so that a class that uploads at once does not fill the
 * memory. Throws ApiErrors: 400 a broken form, 413 larger than `limitBytes`, 415 no form, 422 no file in `field`.
 */
export async function receiveUpload(req: Request, field: string, limitBytes: number): Promise<Upload> {
  if (!req.is('multipart/form-data')) throw new ApiError('unsupported_media_type', 'Send a multipart form.')
  const folder = await mkdtemp(join(tmpdir(), 'anawim-upload-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'file')
    const originalFilename = await readForm(req, field, path, limitBytes)
    return { path, originalFilename, discard }
  } catch (error) {
    await discard()
    throw error
  }
}

/** Reads the form to its end, also when it is refused: a browser that is still sending would not see the answer. */
async function readForm(req: Request, field: string, path: string, limitBytes: number): Promise<string> {
  const limits = { files: 1, fileSize: limitBytes, fields: 20, fieldSize: 10_000, parts: 30 }
  const form = startForm(req, limits)
  let written: Promise<void> | undefined
  let filename = ''
  let isTooLarge = false
  form.on('file', (name: string, file: Readable, info: { filename?: string }) => {
    if (name !== field) {
      file.resume()
      return
    }
    filename = cleanName(info.filename ?? '')
    file.on('limit', () => {
      isTooLarge = true
    })
    written = pipeline(file, createWriteStream(path))
    written.catch(() => form.destroy())
  })
  try {
    await pipeline(req, form)
  } catch (error) {
    await written?.catch(() => {})
    throw isDiskError(error) ? error : new ApiError('bad_request', 'The form is broken.')
  }
  if (!written) throw invalidField(field, 'expected a file')
  await written
  if (isTooLarge) throw new ApiError('too_large', `The file is larger than ${limitBytes} bytes.`)
  return filename
}

function startForm(req: Request, limits: busboy.Limits): busboy.Busboy {
  try {
    return busboy({ headers: req.headers, limits, defParamCharset: 'utf8' })
  } catch {
    throw new ApiError('bad_request', 'The form is broken.')
  }
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
