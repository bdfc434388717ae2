import { link, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { PinnedBlobs } from './blob-store.ts'
import { namesIn, streamFile } from './files-in.ts'

const PREFIX = 'media.pinned-'

/** Codes of a file system that gives no second name here: media on another disk than the folder they are pinned in, or no such names at all. */
const withoutLinks = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** By second names for the same bytes, in the data folder. null: the file system gives none. */
export async function pinFiles(dataDir: string): Promise<PinnedBlobs | null> {
  const root = resolve(dataDir, 'media')
  await sweep(dataDir)
  const folder = await mkdtemp(join(resolve(dataDir), PREFIX))
  const pinned = new Set<string>()

  const pin = async (path: string) => {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    try {
      await link(join(root, path), target)
      pinned.add(path)
    } catch (error) {
      // It went in the very moment of looking: nobody's row wants it any more.
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  const again = async () => {
    for (const path of await namesIn(root)) if (!pinned.has(path)) await pin(path)
  }
  const release = () => rm(folder, { recursive: true, force: true })

  try {
    await again()
  } catch (error) {
    await release()
    if (withoutLinks.has(codeOf(error))) return null
    throw error
  }
  return {
    again,
    release,
    stream: (path) => streamFile(join(folder, path)),
    // By what is remembered: that somebody took the folder away must not look like no files.
    async *list() {
      for (const path of [...pinned].toSorted()) yield { path, size: (await stat(join(folder, path))).size }
    },
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** What a backup that was killed has left. Two at once would take each other's: the first then ends with an error. */
async function sweep(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(PREFIX)) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}
