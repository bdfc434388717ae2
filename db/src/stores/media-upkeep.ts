import type { Knex } from 'knex'

/** Nothing that is kept has ever shown it: no lesson, in the trash or not, no version of one, no template. */
export const UNUSED = 'NOT EXISTS (SELECT FROM media_uses WHERE media_uses.token = media_assets.token)'

export interface MediaUpkeep {
  /**
   * Deletes the rows of files that nothing has used for `unusedDays`, counted from when this was first seen, and of those that have
   * been in the trash for `trashDays` and are used by nothing: at most `limit`. Answers their tokens: the caller deletes the files.
   */
  sweep(unusedDays: number, trashDays: number, limit: number): Promise<string[]>
}

const OLD = `(unused_since < now() - make_interval(secs => ? * 86400)
  OR (is_deleted AND deleted_at < now() - make_interval(secs => ? * 86400)))`

export function createMediaUpkeep(knex: Knex): MediaUpkeep {
  return {
    sweep: (unusedDays, trashDays, limit) =>
      knex.transaction(async (trx) => {
        const unused = trx('media_assets').where({ is_tracked: true }).whereRaw(UNUSED)
        await unused.clone().whereNull('unused_since').update({ unused_since: trx.fn.now() })
        await trx('media_assets')
          .whereNotNull('unused_since')
          .whereRaw(`NOT (${UNUSED})`)
          .update({ unused_since: null })
        const old = unused.clone().whereRaw(OLD, [unusedDays, trashDays]).forUpdate().skipLocked()
        const gone = await old.limit(limit).select<{ id: number; token: string }[]>('id', 'token')
        await trx('media_assets')
          .whereIn(
            'id',
            gone.map(({ id }) => id),
          )
          .delete()
        return gone.map(({ token }) => token)
      }),
  }
}
