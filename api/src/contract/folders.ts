/** Where a person keeps the lessons that they see: folders of their own, favourites, what they opened. */
import { z } from 'zod'
import { defineRoute } from './route.ts'
import { idParamSchema, lineSchema, rowIdSchema } from './values.ts'

export const folderLimits = { name: 80, folders: 200, lessonsAtOnce: 200 } as const

export const folderSchema = z
  .object({ id: z.int(), name: z.string(), lessons: z.int() })
  .meta({ id: 'Folder', description: 'A folder of the person who asks: nobody else sees it' })
export type Folder = z.output<typeof folderSchema>

const nameSchema = z.strictObject({ name: lineSchema(folderLimits.name).min(1) })
const params = z.object({ id: idParamSchema })

export const placeChangeSchema = z.strictObject({
  lesson_ids: z.array(rowIdSchema).min(1).max(folderLimits.lessonsAtOnce),
  /** null: out of any folder. */
  folder_id: rowIdSchema.nullable().optional(),
  is_favourite: z.boolean().optional(),
  /** Opened just now. */
  opened: z.literal(true).optional(),
})
export type PlaceChange = z.input<typeof placeChangeSchema>

export const folderRoutes = {
  listFolders: defineRoute({
    method: 'GET',
    path: '/api/folders',
    summary: "One's own folders, by name",
    access: 'self',
    answer: z.object({ items: z.array(folderSchema) }),
  }),
  createFolder: defineRoute({
    method: 'POST',
    path: '/api/folders',
    summary: 'Make a folder; 409 conflict when there is one of that name, or too many',
    access: 'self',
    body: nameSchema,
    status: 201,
    answer: folderSchema,
  }),
  renameFolder: defineRoute({
    method: 'PATCH',
    path: '/api/folders/:id',
    summary: "Rename one's folder; 409 conflict when there is one of that name",
    access: 'self',
    params,
    body: nameSchema,
    answer: folderSchema,
  }),
  removeFolder: defineRoute({
    method: 'DELETE',
    path: '/api/folders/:id',
    summary: 'Remove a folder; the lessons in it stay',
    access: 'self',
    params,
    status: 204,
    answer: null,
  }),
  placeLessons: defineRoute({
    method: 'POST',
    path: '/api/lessons/places',
    summary:
      'Put lessons that one sees into a folder of one’s own, or among one’s favourites; changes nothing for others',
    access: 'self',
    body: placeChangeSchema,
    status: 204,
    answer: null,
  }),
}
