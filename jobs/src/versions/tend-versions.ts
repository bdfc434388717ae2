import { mergeStates, readStates } from '@anawim/lesson/doc'
import type { LessonContent } from '@anawim/lesson'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { JobContext, LessonJob } from '../job.ts'
import { pathOf } from '../thumbnails/page-images.ts'
import { storePicture } from '../thumbnails/store-picture.ts'

type StoredVersion = NonNullable<Awaited<ReturnType<JobContext['db']['versions']['undrawn']>>>

/** Draws and packs the versions of a lesson that are new, and clears away those that were removed. */
export const tendVersions: LessonJob = {
  name: 'versions',
  isAskedBy: (event) => event.type === 'version',
  delaySeconds: () => 0,
  missing: ({ db }) => db.versions.needingUpkeep(500),

  async run(context, lessonId) {
    const { db } = context
    for (;;) {
      const version = await db.versions.undrawn(lessonId)
      if (!version) break
      await draw(context, version)
    }
    const removed = await db.versions.removed(lessonId)
    for (const { thumbnail } of removed) if (thumbnail) await db.blobs.remove(pathOf(thumbnail))
    await db.versions.forget(removed.map(({ id }) => id))
  },
}

async function draw({ db, log }: JobContext, version: StoredVersion): Promise<void> {
  const opened = open(version)
  if (!opened) log.error({ version: version.id }, 'a version cannot be opened: it has no picture, and stays as it is')
  const thumbnail = opened && (await storePicture(opened.content, db.blobs))
  const isKept = await db.versions.setDrawn(version.id, { thumbnail, packed: opened?.packed ?? null })
  if (!isKept && thumbnail) await db.blobs.remove(pathOf(thumbnail))
}

/**
 * The canvas, and its packed form when that is new. It takes the place of what was copied only when the same lesson comes out of
 * it: a version is what one turns to when something else went wrong.
 */
function open(version: StoredVersion): { content: LessonContent; packed: Uint8Array | null } | null {
  try {
    const states = { state: version.packed && gunzipSync(version.packed), updates: version.updates }
    const content = readStates(states)
    if (version.packed && version.updates.length === 0) return { content, packed: null }
    const state = mergeStates(states)
    const isSame = JSON.stringify(readStates({ state, updates: [] })) === JSON.stringify(content)
    return { content, packed: isSame ? gzipSync(state, { level: 9 }) : null }
  } catch {
    return null
  }
}
