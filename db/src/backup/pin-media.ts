import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export interface PinnedMedia {
  /** Adds what has come since. */
  again(): Promise<void>
  /** Where the bytes of each file can be read for as long as it is pinned, by its path in the media folder. */
  files: ReadonlyMap<string, string>
  release(): Promise<void>
}

const PREFIX = 'media.pinned-'

/**
 * Keeps the uploaded files of this moment while the server goes on: a picture that is replaced or purged during a backup is still wanted
 * by the rows of its moment. By second names for the same bytes; a file system that has none is read as it is.
 */
export async function pinMedia(dataDir: string): Promise<PinnedMedia> {
  const root = resolve(dataDir, 'media')
  await sweep(dataDir)
  const folder = await mkdtemp(join(resolve(dataDir), PREFIX))
  const files = new Map<string, string>()

  const pin = async (name: string) => {
    const target = join(folder, name)
    try {
      await mkdir(join(target, '..'), { recursive: true })
      await link(join(root, name), target)
      files.set(name, target)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // It went in the very moment of looking: nobody's row wants it any more.
      if (code === 'ENOENT') return
      files.set(name, join(root, name))
    }
  }
  const again = async () => {
    for (const name of await namesIn(root)) if (!files.has(name)) await pin(name)
  }
  await again()
  return { again, files, release: () => rm(folder, { recursive: true, force: true }) }
}

/** Paths of all whole files in the media folder, relative to it, with `/`. */
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

/** What a backup that was killed has left. Two at once would take each other's: the second then reads the files as they are. */
async function sweep(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(PREFIX)) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}
