import type { ServerJob } from '../job.ts'
import { pathOf } from '../thumbnails/page-images.ts'
import { storePicture } from '../thumbnails/store-picture.ts'

/** The pictures of templates that are new or were published again. */
export const drawTemplates: ServerJob = {
  name: 'template-pictures',
  isAskedBy: (event) => event.type === 'template',
  delaySeconds: 0,
  everyHours: () => null,

  async run({ db }) {
    for (;;) {
      const template = await db.templates.undrawn()
      if (!template) return
      const url = await storePicture(template.structure, db.blobs)
      const unneeded = await db.templates.setDrawn(template.id, template.updatedAt, url)
      if (unneeded) await db.blobs.remove(pathOf(unneeded))
    }
  },
}
