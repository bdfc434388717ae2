import type { JobContext, ServerJob } from '../job.ts'
import { pathOf } from '../thumbnails/page-images.ts'
import { sweepMedia } from './sweep-media.ts'

/** Lessons that one statement deletes with all that hangs on them. */
const AT_ONCE = 20

/** Once a day: what has long been in the trash goes for ever, what has ended is forgotten, and PostgreSQL cleans up behind it. */
export const keepTidy: ServerJob = {
  name: 'upkeep',
  isAskedBy: () => false,
  delaySeconds: 60,
  everyHours: (config) => config.upkeepHours,

  async run(context) {
    const { db, config, log } = context
    const lessons = await purgeTrash(context)
    const media = await sweepMedia(context)
    const refused = await db.upkeep.purgeQuarantine(config.quarantineDays)
    const links = await db.upkeep.purgeLinks()
    const logins = await db.upkeep.purgeSessions()
    await db.upkeep.vacuum()
    log.info({ lessons, media, refused, links, logins }, 'the database is tidy')
  },
}

async function purgeTrash({ db, config }: JobContext): Promise<number> {
  for (let count = 0; ;) {
    const { lessons, pictures } = await db.upkeep.purgeTrash(config.trashDays, AT_ONCE)
    for (const picture of pictures) await db.blobs.remove(pathOf(picture))
    count += lessons.length
    if (lessons.length < AT_ONCE) return count
  }
}
