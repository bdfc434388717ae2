import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { blobNames } from './blob-path.ts'
import type { BlobStore } from './blob-store.ts'
import { exactly } from './exactly.ts'
import { listFiles, sizeOf, streamFile } from './files-in.ts'
import { pinFiles } from './pin-files.ts'

/** In the folder `media` of the data folder. */
export function createDiskBlobs(dataDir: string): BlobStore {
  const root = resolve(dataDir, 'media')
  const pathOf = (path: string) => join(root, ...blobNames(path))

  /** `fill` writes the whole file at the path that it gets, which becomes that of the blob at once. */
  async function put(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
    const target = pathOf(path)
    const folder = dirname(target)
    await mkdir(folder, { recursive: true })
    const temporary = join(folder, `.${randomBytes(9).toString('base64url')}.tmp`)
    try {
      await fill(temporary)
      await sync(temporary)
      await rename(temporary, target)
      // A new name is durable only when the folder that holds it is.
      await sync(folder)
      await sync(dirname(folder))
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  return {
    size: async (path) => sizeOf(pathOf(path)),
    stream: async (path, range) => streamFile(pathOf(path), range),
    read: async (path) => readFile(pathOf(path)),
    list: () => listFiles(root),
    pin: () => pinFiles(dataDir),
    remove: async (path) => rm(pathOf(path), { force: true }),
    removeFolder: async (path) => rm(pathOf(path), { recursive: true, force: true }),
    write: (path, bytes) =>
      put(path, async (temporary) => {
        const file = await open(temporary, 'wx', 0o644)
        try {
          await file.writeFile(bytes)
        } finally {
          await file.close()
        }
      }),
    writeStream: (path, bytes, size) =>
      put(path, (temporary) =>
        pipeline(exactly(bytes, size), createWriteStream(temporary, { flags: 'wx', mode: 0o644 })),
      ),
    // A second name for the same bytes where the file system can give one.
    copy: (path, source) => put(path, (temporary) => link(source, temporary).catch(() => copyFile(source, temporary))),
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
