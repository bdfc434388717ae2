import type { MediaRow } from '@anawim/db'
import type { mediaRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError, invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'
import { fileOfWidth } from './encode-image.ts'
import { fetchFile } from './import/fetch-file.ts'
import type { MediaKeeper } from './keep-file.ts'
import { presentMedia } from './present-media.ts'
import { receiveUpload } from './receive-upload.ts'
import { sendMediaFile } from './send-media-file.ts'

/** People's libraries, and serving what is in them. A person has and sees only their own files. */
export function createMediaHandlers({ db, config }: ApiDeps, keeper: MediaKeeper): HandlersOf<typeof mediaRoutes> {
  const found = (row: MediaRow | null): MediaRow => {
    if (!row) throw notFound()
    return row
  }

  return {
    async uploadMedia({ login, req }) {
      const upload = await receiveUpload(req, 'file', config.uploadLimitBytes)
      try {
        return presentMedia(await keeper.keep(upload, login.person.id))
      } finally {
        await upload.discard()
      }
    },

    async importMedia({ login, body }) {
      const room = (await keeper.room(login.person.id)) ?? Infinity
      if (room === 0) throw new ApiError('quota_exceeded', 'There is no room for it.')
      const limitBytes = Math.min(keeper.largest, room)
      const fetched = await fetchFile(body.url, { limitBytes, seconds: config.importSeconds })
      try {
        return presentMedia(await keeper.keep(fetched, login.person.id))
      } finally {
        await fetched.discard()
      }
    },

    async listMedia({ login: { person }, query }) {
      const { skip, limit, search, type, trash } = query
      const [{ items, total }, bytes] = await Promise.all([
        db.media.list({ ownerId: person.id, skip, limit, search, type, trash }),
        db.media.usage(person.id),
      ])
      const quota = config.mediaQuotaBytes === 0 ? null : config.mediaQuotaBytes
      return { items: items.map(presentMedia), total, skip, limit, usage: { bytes, quota, limits: keeper.limits } }
    },

    async getMedia({ login, params }) {
      return presentMedia(found(await db.media.of(login.person.id, params.id)))
    },

    async updateMedia({ login, params, body }) {
      const change = { originalFilename: body.original_filename, alt: body.alt }
      return presentMedia(found(await db.media.change(login.person.id, params.id, change)))
    },

    async setMediaPoster({ login, params, req }) {
      const ownerId = login.person.id
      const { token, fileType } = found(await db.media.of(ownerId, params.id))
      const upload = await receiveUpload(req, 'file', config.uploadLimitBytes)
      try {
        if (fileType !== 'video') throw invalidField('id', 'expected a film')
        const poster = await keeper.keepPoster(upload.path, token)
        const { row, before } = (await db.media.setPoster(ownerId, params.id, poster)) ?? { row: null, before: poster }
        // Lessons may show the one before; it is small, and goes with its film.
        if (row === null && before) await db.blobs.remove(before.replace('/media/', ''))
        return presentMedia(found(row))
      } finally {
        await upload.discard()
      }
    },

    async deleteMedia({ login, params }) {
      found(await db.media.trash(login.person.id, params.id))
    },

    async restoreMedia({ login, params }) {
      return presentMedia(found(await db.media.restore(login.person.id, params.id)))
    },

    async purgeMedia({ login, params }) {
      const gone = await db.media.purge(login.person.id, params.id)
      if (gone === 'in_use') {
        throw new ApiError('media_in_use', 'A lesson, a version of one or a template may show it.')
      }
      await db.blobs.removeFolder(found(gone).token)
    },

    async listMediaUses({ login: { person }, params }) {
      const { token } = found(await db.media.of(person.id, params.id))
      return { items: await db.media.uses(token, person) }
    },

    mediaFile({ params: { token, file }, query: { w }, req, res }) {
      const narrower = file === 'image.webp' && w !== undefined ? [`${token}/${fileOfWidth(w)}`] : []
      return sendMediaFile(req, res, db.blobs, [...narrower, `${token}/${file}`])
    },
  }
}
