/** For a person who reads a failure: what is known of a lesson and its tabs at that moment. */
import * as Y from 'yjs'
import { reach } from './describe-updates.ts'
import type { FuzzClient } from './fuzz-client.ts'
import { loadStored } from './ledger.ts'
import { ask, type World } from './world.ts'

export async function describeWorld(world: World, lessonId: number, clients: readonly FuzzClient[]): Promise<string[]> {
  const stored = await loadStored(world, lessonId)
  const owners = await ask(() => world.db.clients.load(lessonId))
  const refused = await ask(() => world.db.quarantine.list(lessonId))
  return [
    ...clients.map(
      ({ name, document, state }) => `${name} writes as ${document.clientID}; ${state()}; has ${clocks(document)}`,
    ),
    `stored: ${clocks(stored)}`,
    ...owners.map(
      (owner) =>
        `id ${owner.clientId}: user ${owner.userId}, carrier ${owner.carrierId}, unconfirmed from ${owner.unconfirmedFrom}`,
    ),
    ...refused.map(
      ({ userId, code, update }) => `refused ${code} of user ${userId}: ${update ? reach(update) : 'not kept'}`,
    ),
  ]
}

function clocks(doc: Y.Doc): string {
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].map(([client, clock]) => `${client}<${clock}`).join(' ')
}
