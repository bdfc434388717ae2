/**
 * Whose each Yjs client id of a lesson is. A clock is written once: if somebody else could write under Alice's id, Yjs would
 * drop her own next edits, and she would be told that they are saved.
 *
 * An id is claimed by the first who writes under it or shows it as theirs, and the claim is durable before anybody else
 * learns of the id. What a person brings of another's id (a server that was killed had shown it, and lost it) is taken, but
 * stays unconfirmed until its owner has shown the same.
 */
import type { LessonClient, StoredClient } from '@anawim/db'
import * as Y from 'yjs'

/** What a connection must show once more, of an id whose content here somebody else brought: clocks from `from` to before `to`. */
export interface Doubt {
  clientId: number
  from: number
  to: number
}

export class LessonClients {
  #document: Y.Doc
  #held = new Map<number, LessonClient>()
  /** Ids with an unconfirmed part. */
  #unconfirmed = new Set<number>()
  /** What the database may not know yet. */
  #dirty = new Map<number, LessonClient>()

  constructor(document: Y.Doc) {
    this.#document = document
  }

  load(stored: readonly LessonClient[]): void {
    for (const client of stored) this.#hold(client)
    this.#dirty.clear()
  }

  /** Of what is stored, ids that were only shown, and not since `before`: nothing was ever written under them. */
  unused(stored: readonly StoredClient[], before: Date): StoredClient[] {
    return stored.filter(
      ({ clientId, notedAt, unconfirmedFrom }) =>
        notedAt < before && unconfirmedFrom === null && Y.getState(this.#document.store, clientId) === 0,
    )
  }

  get(clientId: number): LessonClient | undefined {
    return this.#held.get(clientId)
  }

  claim(clientId: number, userId: number): void {
    const before = this.#held.get(clientId)
    this.#hold({ clientId, carrierId: null, unconfirmedFrom: null, ...before, userId })
  }

  /** Somebody brings what the document lacked of an id that is not theirs, from clock `from` on. */
  carry(clientId: number, from: number, carrierId: number): void {
    const before = this.#held.get(clientId)
    const unconfirmedFrom = Math.min(from, before?.unconfirmedFrom ?? from)
    this.#hold({ clientId, userId: before?.userId ?? null, carrierId, unconfirmedFrom })
  }

  /** Its owner has what the document has. */
  confirm(clientId: number): void {
    const before = this.#held.get(clientId)
    if (!before || before.unconfirmedFrom === null) return
    this.#hold({ ...before, carrierId: null, unconfirmedFrom: null })
  }

  /** What somebody who says to know that much must show again. */
  doubtsAbout(known: ReadonlyMap<number, number>): Doubt[] {
    return [...this.#unconfirmed].flatMap((clientId) => {
      const from = this.#held.get(clientId)?.unconfirmedFrom ?? 0
      const to = Math.min(known.get(clientId) ?? 0, Y.getState(this.#document.store, clientId))
      return to > from ? [{ clientId, from, to }] : []
    })
  }

  isDurable(clientId: number): boolean {
    return !this.#dirty.has(clientId)
  }

  /** What is to be written. It stays to be written until `wrote` is told of it. */
  unwritten(): LessonClient[] {
    return [...this.#dirty.values()]
  }

  wrote(clients: readonly LessonClient[]): void {
    for (const client of clients) if (this.#dirty.get(client.clientId) === client) this.#dirty.delete(client.clientId)
  }

  #hold(client: LessonClient): void {
    this.#held.set(client.clientId, client)
    this.#dirty.set(client.clientId, client)
    if (client.unconfirmedFrom === null) this.#unconfirmed.delete(client.clientId)
    else this.#unconfirmed.add(client.clientId)
  }
}
