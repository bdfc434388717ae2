import { BucketError } from '../blobs/blob-store.ts'

/** A backup cannot be made or restored; the message says why, and what to do. */
export class BackupError extends Error {
  override name = 'BackupError'
}

const full = new Set(['ENOSPC', 'EDQUOT', '53100'])

/** What a person can act on, of what went wrong while that file was written or read. Other errors as they are. */
export function explainFailure(error: unknown, doing: string, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const where = error instanceof Error && 'path' in error ? String(error.path) : path
  const say = (message: string) => new BackupError(message, { cause: error })
  if (error instanceof BucketError) return say(`${error.message} Check S3_BUCKET and the settings that begin with S3_.`)
  if (full.has(code)) return say(`The disk is full: ${doing} needs more room. Nothing was changed.`)
  if (code === 'ENOENT') return say(`There is no such file or folder: ${where}`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return say(`Not allowed to use ${where}.`)
  if (code === 'EISDIR') return say(`${where} is a folder: name a file.`)
  return error
}
