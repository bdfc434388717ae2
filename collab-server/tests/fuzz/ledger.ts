/** What editors of one lesson were told is saved, held against what a server would load now. */
import * as Y from 'yjs'
import { documentOf } from '../support/stored-document.ts'
import { whatIsMissing } from './describe-updates.ts'
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
      const told = fresh.map((claim) => claim.told).join('; ')
      failures.push(
        `${when}: ${missing.length} of ${updates.length} updates shown as saved are missing (${what}; told ${told})`,
      )
    }
    for (const [client, clock] of vectors.flatMap((vector) => [...vector])) {
      if (Y.getState(stored.store, client) < clock) failures.push(`${when}: a state vector promises too much`)
    }
    stored.destroy()
    return failures
  }
}

/** What a server that starts now would load, asked for until the database answers. */
export async function loadStored({ db }: Pick<World, 'db'>, lessonId: number): Promise<Y.Doc> {
  return documentOf(await ask(() => db.updates.load(lessonId)))
}
