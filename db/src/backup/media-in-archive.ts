import type { BlobStore } from '../blobs/blob-store.ts'
import { WrongLengthError } from '../blobs/exactly.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import { BackupError } from './backup-error.ts'

/** The uploaded files on their way into an archive, begun before the moment whose rows are to name them. */
export interface MediaInArchive {
  /** Right after that moment: from then on nobody can take away a file that a row of it names. */
  again(): Promise<void>
  /** Adds what is not in the archive yet, when there is time. */
  rest(): Promise<void>
  /** Files that are in the archive. */
  count(): number
  release(): Promise<void>
}

/**
 * A file's bytes are written before its row, and go after it: so whoever sees all files before a moment and after it has those of its rows.
 * A store that can pin them holds them meanwhile, and they are read in peace. Of another they are read before the moment, and then what
 * has come since, for as long as that gets less: what is left for after it is read at once.
 */
export async function mediaInArchive(
  archive: ArchiveWriter,
  blobs: BlobStore,
  signal: AbortSignal | undefined,
): Promise<MediaInArchive> {
  const pinned = await blobs.pin()
  const added = new Set<string>()

  /** Answers whether it was there. */
  async function addOne(path: string, size: number): Promise<boolean> {
    const bytes = await (pinned ?? blobs).stream(path).catch(async (error: unknown) => {
      // It went in the very moment of looking: nobody's row wants it any more.
      if (!pinned && (await blobs.size(path)) === null) return null
      throw error
    })
    if (!bytes) return false
    try {
      await archive.addStream(`media/${path}`, untilAborted(bytes, signal), size)
    } catch (error) {
      if (!(error instanceof WrongLengthError)) throw error
      throw new BackupError(`${path} was changed while it was read. Take the backup once more.`, { cause: error })
    } finally {
      bytes.destroy()
    }
    added.add(path)
    return true
  }

  /** Answers how many there were. */
  async function addNew(): Promise<number> {
    let count = 0
    for await (const { path, size } of (pinned ?? blobs).list()) {
      signal?.throwIfAborted()
      if (!added.has(path) && (await addOne(path, size))) count++
    }
    return count
  }

  if (!pinned) {
    let before = Infinity
    let count = await addNew()
    while (count > 0 && count < before) {
      before = count
      count = await addNew()
    }
  }
  return {
    async again() {
      await (pinned ? pinned.again() : addNew())
    },
    async rest() {
      if (pinned) await addNew()
    },
    count: () => added.size,
    release: async () => pinned?.release(),
  }
}

async function* untilAborted(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    signal?.throwIfAborted()
    yield piece
  }
}
