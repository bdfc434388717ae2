import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { extract } from 'tar-stream'
import { BackupError } from './backup-error.ts'
import {
  FORMAT_VERSION,
  HEADER,
  headerSchema,
  MANIFEST,
  MANIFEST_SUM,
  manifestSchema,
  type Header,
  type Manifest,
} from './format.ts'

interface Entry {
  name: string
  size: number
  bytes: AsyncIterable<Buffer>
}

/** The entries of a tar archive, in order. Each must be read to its end before the next is asked for. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const tar = extract()
  const source = createReadStream(path)
  source.on('error', (error) => tar.destroy(error))
  source.pipe(tar)
  try {
    for await (const entry of tar) yield { name: entry.header.name, size: entry.header.size, bytes: bytesOf(entry) }
  } finally {
    source.destroy()
  }
}

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of entry) if (Buffer.isBuffer(chunk)) yield chunk
}

export async function readAll(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Reads the whole file once and compares every checksum. Throws a BackupError when it is no whole backup that this version knows. */
export async function verifyArchive(path: string): Promise<{ header: Header; manifest: Manifest }> {
  let header: Header | undefined
  let manifest: Manifest | undefined
  let manifestSum = ''
  let saidSum = ''
  const found = new Map<string, { size: number; sha256: string }>()
  try {
    for await (const { name, size, bytes } of entriesOf(path)) {
      if (header === undefined && name !== HEADER) throw new BackupError(`${path} is not a backup of Anawim.`)
      if (name === MANIFEST || name === MANIFEST_SUM || name === HEADER) {
        const text = await readAll(bytes)
        const sum = createHash('sha256').update(text).digest('hex')
        if (name === HEADER) header = readHeader(path, text.toString())
        if (name === MANIFEST_SUM) saidSum = text.toString()
        if (name === MANIFEST) {
          manifest = manifestSchema.parse(JSON.parse(text.toString()))
          manifestSum = sum
        }
        if (name === HEADER) found.set(name, { size, sha256: sum })
      } else {
        const hash = createHash('sha256')
        for await (const chunk of bytes) hash.update(chunk)
        found.set(name, { size, sha256: hash.digest('hex') })
      }
    }
  } catch (error) {
    if (error instanceof BackupError || isOfSystem(error)) throw error
    const what = header ? 'is damaged or incomplete' : 'is not a backup of Anawim'
    throw new BackupError(`${path} ${what}.`, { cause: error })
  }
  if (!header) throw new BackupError(`${path} is not a backup of Anawim.`)
  if (!manifest || saidSum !== manifestSum) throw damaged(path, 'its end is missing')
  for (const { name, size, sha256 } of manifest.files) {
    const there = found.get(name)
    if (!there) throw damaged(path, `${name} is missing`)
    if (there.size !== size || there.sha256 !== sha256) throw damaged(path, `${name} is not as it was written`)
  }
  if (found.size !== manifest.files.length) throw damaged(path, 'it holds more than it should')
  return { header, manifest }
}

function readHeader(path: string, text: string): Header {
  const value: unknown = JSON.parse(text)
  const version = typeof value === 'object' && value !== null && 'version' in value ? Number(value.version) : 0
  if (version > FORMAT_VERSION) {
    throw new BackupError(`${path} was made by a newer version of Anawim: restore it with that version.`)
  }
  return headerSchema.parse(value)
}

function damaged(path: string, how: string): BackupError {
  return new BackupError(`${path} is damaged or incomplete: ${how}. Take another backup.`)
}

/** No such file, not allowed, …: not the archive's fault. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
