import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { StoredBlob } from './blob-store.ts'

/** Paths of all whole files in a folder, relative to it, with `/`. Of a folder that is not there: none. */
export async function namesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
}

/** Bytes of a file; null: there is none. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null
    throw error
  }
}

export async function* listFiles(root: string): AsyncGenerator<StoredBlob> {
  for (const path of await namesIn(root)) {
    const size = await sizeOf(join(root, path))
    if (size !== null) yield { path, size }
  }
}

/** Opened before it is answered: who asks learns here that there is nothing, and not from a broken stream. */
export async function streamFile(path: string, range?: { start: number; end: number }): Promise<Readable> {
  const file = await open(path, 'r')
  return createReadStream('', { fd: file, autoClose: true, ...range })
}
