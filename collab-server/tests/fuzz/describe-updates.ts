/** Updates in words, for a person who reads a failure. */
import * as Y from 'yjs'

/** For a person who reads a failure: what of `update` is not stored. */
export function whatIsMissing(update: Uint8Array, stored: Y.Doc): string {
  const { structs, ds } = Y.decodeUpdate(update)
  const lacking = structs
    .map(({ id, length }) => ({ client: id.client, clock: id.clock, length }))
    .filter(({ client, clock, length }) => Y.getState(stored.store, client) < clock + length)
    .map(({ client, clock, length }) => `${client}: ${clock}+${length} beyond ${Y.getState(stored.store, client)}`)
  const deleted = Y.createDeleteSetFromStructStore(stored.store)
  const undeleted = [...ds.clients].flatMap(([client, items]) =>
    items
      .filter(({ clock, len }) => {
        for (let at = clock; at < clock + len; at++) if (!Y.isDeleted(deleted, Y.createID(client, at))) return true
        return false
      })
      .map(({ clock, len }) => `${client}: ${clock}+${len} not deleted of ${Y.getState(stored.store, client)}`),
  )
  return `${[...lacking, ...undeleted].join(', ')} of ${reach(update)}`
}

/** The clocks of an update, of each client id from the first to behind the last. */
export function reach(update: Uint8Array): string {
  const { structs, ds } = Y.decodeUpdate(update)
  const spans = Map.groupBy(structs, ({ id }) => id.client)
  const parts = [...spans].map(([client, own]) => {
    const last = own.at(-1)
    return `${client}: ${own[0]?.id.clock}-${last ? last.id.clock + last.length : 0}`
  })
  return `${parts.join(', ')}; deletes of ${[...ds.clients.keys()].join(', ')}`
}
