import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { exactly } from '../blobs/exactly.ts'
import { BackupError } from './backup-error.ts'

export interface ArchivedFile {
  name: string
  size: number
  /** Hexadecimal. */
  sha256: string
}

/** A tar archive that stands under its name only when it is whole and on the disk. */
export interface ArchiveWriter {
  /** What was added so far, in order. */
  files: readonly ArchivedFile[]
  add(name: string, bytes: Uint8Array): Promise<void>
  /** `size` bytes that come in pieces, of which only a few are held at a time. Throws a WrongLengthError when they are more or fewer. */
  addStream(name: string, bytes: AsyncIterable<Uint8Array>, size: number): Promise<void>
  finish(): Promise<void>
  /** Leaves nothing behind. Also after `finish`, when it does nothing. */
  abandon(): Promise<void>
}

export async function writeArchive(path: string): Promise<ArchiveWriter> {
  const partial = `${path}.partial`
  // A rename would put a file in the place of a folder's link, or of a device.
  const there = await lstat(path).catch(() => null)
  if (there && !there.isFile()) throw new BackupError(`${path} is no file: name another one.`)
  // Holds passwords' hashes and everybody's lessons: for its owner alone.
  const file = await open(partial, 'w', 0o600)
  const tar = pack()
  const files: ArchivedFile[] = []
  const written = pipeline(tar, createWriteStream('', { fd: file.fd, autoClose: false }))
  // Whoever adds or finishes is told.
  written.catch(() => {})
  let isOpen = true

  return {
    files,
    async add(name, bytes) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const added = new Promise<void>((resolve, reject) => {
        tar.entry({ name, mode: 0o600 }, buffer, (error) => (error ? reject(error) : resolve()))
      })
      await Promise.race([added, written])
      files.push({ name, size: buffer.byteLength, sha256: sha256(buffer) })
    },
    async addStream(name, bytes, size) {
      const hash = createHash('sha256')
      const added = pipeline(hashed(exactly(bytes, size), hash), tar.entry({ name, size, mode: 0o600 }))
      await Promise.race([added, written])
      files.push({ name, size, sha256: hash.digest('hex') })
    },
    async finish() {
      tar.finalize()
      await written
      await file.sync()
      await file.close()
      isOpen = false
      await rename(partial, path)
      await syncFolder(dirname(path))
    },
    async abandon() {
      if (!isOpen) return
      isOpen = false
      tar.destroy()
      await written.catch(() => {})
      // A stream that broke may have closed it.
      await file.close().catch(() => {})
      await rm(partial, { force: true })
    },
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
