/** What editors of one lesson were told is saved, held against what a server would load now. */
import * as Y from 'yjs'
import { documentOf } from '../support/stored-document.ts'
import type { Claim, FuzzClient } from './fuzz-client.ts'
import { ask, type World } from './world.ts'

export class Ledger {
  #world: Pick<World, 'db'>
  #lessonId: number
  #updates: Uint8Array[] = []
  #vectors: Claim['stateVector'][] = []

  constructor(world: Pick<World, 'db'>, lessonId: number) {
    this.#world = world
    this.#lessonId = lessonId
  }

  /** Updates that were shown as saved so far. */
  get claimed(): number {
    return this.#updates.length
  }

  /** What was claimed since the last check and is missing; at the `end` everything that ever was claimed is looked at again. */
  async check(clients: readonly FuzzClient[], when: string): Promise<string[]> {
    const fresh = clients.flatMap((client) => client.takeClaims())
    if (fresh.length === 0 && when !== 'end') return []
    this.#updates.push(...fresh.flatMap(({ updates }) => updates))
    this.#vectors.push(...fresh.map(({ stateVector }) => stateVector))
    const stored = await loadStored(this.#world, this.#lessonId)
    const updates = when === 'end' ? this.#updates : fresh.flatMap((claim) => claim.updates)
    const vectors = when === 'end' ? this.#vectors : fresh.map(({ stateVector }) => stateVector)
    const failures: string[] = []
    const snapshot = Y.snapshot(stored)
    const missing = updates.filter((update) => !Y.snapshotContainsUpdate(snapshot, update))
    if (missing.length > 0) {
      const what = missing.map((update) => whatIsMissing(update, stored)).join('; ')
      failures.push(`${when}: ${missing.length} of ${updates.length} updates shown as saved are missing (${what})`)
    }
    for (const [client, clock] of vectors.flatMap((vector) => [...vector])) {
      if (Y.getState(stored.store, client) < clock) failures.push(`${when}: a state vector promises too much`)
    }
    stored.destroy()
    return failures
  }
}

/** For a person who reads a failure: what of `update` is not stored. */
function whatIsMissing(update: Uint8Array, stored: Y.Doc): string {
  const { structs, ds } = Y.decodeUpdate(update)
  const lacking = structs
    .map(({ id, length }) => ({ ...id, length }))
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
  return [...lacking, ...undeleted].join(', ')
}

/** What a server that starts now would load, asked for until the database answers. */
export async function loadStored({ db }: Pick<World, 'db'>, lessonId: number): Promise<Y.Doc> {
  return documentOf(await ask(() => db.updates.load(lessonId)))
}
