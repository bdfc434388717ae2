import type { UserRow } from '@anawim/db'
import type { Request } from 'express'
import { randomBytes } from 'node:crypto'
import type { ApiDeps } from '../deps.ts'
import { createQueue } from '../http/queue.ts'
import { encodeImage } from '../media/encode-image.ts'
import { receiveUpload } from '../media/receive-upload.ts'

const SIDE = 256
const FILENAME = 'avatar.webp'

/** Pictures of people. They are no media of lessons: each belongs to an account, and goes when another takes its place. */
export function createAvatars({ db, config }: ApiDeps) {
  const encoding = createQueue(config.imagesAtOnce)
  const limits = { limitPixels: config.imageLimitPixels, sidePixels: SIDE }

  async function put(user: UserRow, avatar: string | null): Promise<UserRow> {
    const changed = await db.users.setProfile(user.id, { avatar })
    if (user.avatar) await db.blobs.remove(user.avatar.replace('/media/', ''))
    return changed ?? user
  }

  return {
    async replace(user: UserRow, req: Request): Promise<UserRow> {
      const upload = await receiveUpload(req, 'file', config.uploadLimitBytes)
      try {
        const { bytes } = await encoding(() => encodeImage(upload.path, limits))
        const path = `${randomBytes(16).toString('base64url')}/${FILENAME}`
        await db.blobs.write(path, bytes)
        return await put(user, `/media/${path}`)
      } finally {
        await upload.discard()
      }
    },

    remove: (user: UserRow): Promise<UserRow> => put(user, null),
  }
}
