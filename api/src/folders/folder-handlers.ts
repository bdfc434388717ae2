import { judge } from '@anawim/lesson'
import { folderLimits, type folderRoutes } from '../contract/index.ts'
import type { ApiDeps } from '../deps.ts'
import { ApiError, invalidField, notFound } from '../http/api-error.ts'
import type { HandlersOf } from '../http/handler.ts'

export function createFolderHandlers({ db }: ApiDeps): HandlersOf<typeof folderRoutes> {
  return {
    async listFolders({ login }) {
      return { items: await db.folders.list(login.person.id) }
    },

    async createFolder({ login, body }) {
      const made = await db.folders.create(login.person.id, body.name, folderLimits.folders)
      if (made === 'taken') throw taken()
      if (made === 'too_many') throw new ApiError('conflict', 'You have as many folders as one may have.')
      return made
    },

    async renameFolder({ login, params, body }) {
      const renamed = await db.folders.rename(login.person.id, params.id, body.name)
      if (renamed === null) throw notFound()
      if (renamed === 'taken') throw taken()
      return renamed
    },

    async removeFolder({ login, params }) {
      if (!(await db.folders.remove(login.person.id, params.id))) throw notFound()
    },

    async placeLessons({ login: { person }, body }) {
      const ids = [...new Set(body.lesson_ids)]
      const facts = await Promise.all(ids.map((id) => db.lessons.facts(id)))
      if (facts.some((one) => !one || judge(person, 'read', one) === 'hidden')) throw notFound()
      const { folder_id: folderId, is_favourite: isFavourite, opened } = body
      const isPlaced = await db.folders.place(person.id, ids, { folderId, isFavourite, opened })
      if (!isPlaced) throw invalidField('folder_id', 'expected the id of a folder of your own')
    },
  }
}

function taken(): ApiError {
  return new ApiError('conflict', 'You have a folder of that name.')
}
