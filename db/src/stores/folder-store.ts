import type { Knex } from 'knex'
import { emit } from '../events.ts'
import { isRowId } from '../row-id.ts'
import { storedText } from '../text.ts'

/** A folder of one person's own: nobody else sees it, and a lesson may be in another of each person. */
export interface FolderRow {
  id: number
  name: string
  /** Lessons in it, those that its owner does not see any more too. */
  lessons: number
}

/** What one person makes of some lessons; what is not said stays. `opened`: just now. */
export interface PlaceChange {
  folderId?: number | null | undefined
  isFavourite?: boolean | undefined
  opened?: boolean | undefined
}

export interface FolderStore {
  /** By name, in Vietnamese order. */
  list(ownerId: number): Promise<FolderRow[]>
  /** `taken`: there is one of that name. `too_many`: they have as many as they may. */
  create(ownerId: number, name: string, most: number): Promise<FolderRow | 'taken' | 'too_many'>
  /** null: they have no such folder. */
  rename(ownerId: number, id: number, name: string): Promise<FolderRow | null | 'taken'>
  /** The lessons in it stay, outside of any folder. */
  remove(ownerId: number, id: number): Promise<boolean>
  /** For lessons that this person sees: the caller has asked. false: they have no such folder. */
  place(personId: number, lessonIds: readonly number[], change: PlaceChange): Promise<boolean>
}

const UNIQUE_VIOLATION = '23505'

export function createFolderStore(knex: Knex): FolderStore {
  const select = (db: Knex, ownerId: number) =>
    db('folders')
      .where({ owner_id: ownerId })
      .select<FolderRow[]>(
        'id',
        'name',
        db.raw('(SELECT count(*)::int FROM lesson_places WHERE folder_id = folders.id) AS lessons'),
      )
  const byId = async (ownerId: number, id: number) => (await select(knex, ownerId).where({ id }))[0] ?? null

  /** The list of one person's folders is theirs alone: only they are told. */
  const changed = (db: Knex, userId: number) => emit(db, { type: 'folders', userId })

  return {
    list: (ownerId) => select(knex, ownerId).orderByRaw('name COLLATE "vi-x-icu", id'),

    create: (ownerId, name, most) =>
      orTaken(async () => {
        const id = await knex.transaction(async (trx) => {
          await trx('users').where({ id: ownerId }).forUpdate().select('id')
          const all = await trx('folders').where({ owner_id: ownerId }).pluck<number[]>('id')
          if (all.length >= most) return null
          const rows = (await trx('folders')
            .insert({ owner_id: ownerId, name: storedText(name) })
            .returning('id')) as { id: number }[]
          await changed(trx, ownerId)
          return rows[0]?.id ?? null
        })
        return (id === null ? null : await byId(ownerId, id)) ?? 'too_many'
      }),

    rename: (ownerId, id, name) =>
      orTaken(async () => {
        if (!isRowId(id)) return null
        const renamed = await knex('folders')
          .where({ id, owner_id: ownerId })
          .update({ name: storedText(name) })
        if (renamed === 0) return null
        await changed(knex, ownerId)
        return byId(ownerId, id)
      }),

    async remove(ownerId, id) {
      if (!isRowId(id)) return false
      const removed = await knex('folders').where({ id, owner_id: ownerId }).delete()
      if (removed > 0) await changed(knex, ownerId)
      return removed > 0
    },

    place: (personId, lessonIds, { folderId, isFavourite, opened }) =>
      knex.transaction(async (trx) => {
        if (typeof folderId === 'number') {
          const own = await trx('folders').where({ id: folderId, owner_id: personId }).forShare().first('id')
          if (!own) return false
        }
        const columns = {
          ...(folderId !== undefined && { folder_id: folderId }),
          ...(isFavourite !== undefined && { is_favourite: isFavourite }),
          ...(opened === true && { opened_at: trx.fn.now() }),
        }
        if (Object.keys(columns).length === 0 || lessonIds.length === 0) return true
        await trx('lesson_places')
          .insert(lessonIds.map((lessonId) => ({ user_id: personId, lesson_id: lessonId, ...columns })))
          .onConflict(['user_id', 'lesson_id'])
          .merge(Object.keys(columns))
        await changed(trx, personId)
        return true
      }),
  }
}

async function orTaken<T>(work: () => Promise<T>): Promise<T | 'taken'> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return 'taken'
    throw error
  }
}
