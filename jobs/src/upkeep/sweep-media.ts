import type { JobContext } from '../job.ts'

/** Files whose rows one statement deletes. */
const AT_ONCE = 50

/** Deletes for ever what nothing has used for long, and what has long been in the trash; answers how many. What is no row's is left alone. */
export async function sweepMedia({ db, config }: JobContext): Promise<number> {
  for (let count = 0; ;) {
    const tokens = await db.media.sweep(config.mediaUnusedDays, config.trashDays, AT_ONCE)
    for (const token of tokens) await db.blobs.removeFolder(token)
    count += tokens.length
    if (tokens.length < AT_ONCE) return count
  }
}
