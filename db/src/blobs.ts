import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Files of the media folder. Paths are relative to it, with `/`: `<token>/original.webp`. */
export interface BlobStore {
  /** Durable when it resolves; whoever reads meanwhile gets the old bytes or the new ones, never a part. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Inside the media folder. Throws on a path that leads out of it. */
  absolutePath(path: string): string
  read(path: string): Promise<Uint8Array>
  /** Also when it is not there. */
  remove(path: string): Promise<void>
}

export function createBlobStore(dataDir: string): BlobStore {
  const root = resolve(dataDir, 'media')

  function absolutePath(path: string): string {
    const names = path.split('/')
    if (path.includes('\0') || names.some((name) => ['', '.', '..'].includes(name))) {
      throw new RangeError('a path that leads out of the media folder')
    }
    return join(root, ...names)
  }

  return {
    absolutePath,
    async read(path) {
      return readFile(absolutePath(path))
    },
    async remove(path) {
      await rm(absolutePath(path), { force: true })
    },
    async write(path, bytes) {
      const target = absolutePath(path)
      const folder = dirname(target)
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `.${randomBytes(9).toString('base64url')}.tmp`)
      try {
        const file = await open(temporary, 'wx', 0o644)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(temporary, target)
        await syncFolder(folder)
        await syncFolder(dirname(folder))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
  }
}

/** A new name is durable only when the folder that holds it is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
