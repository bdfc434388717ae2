/**
 * Edits that the server has not confirmed yet, kept in this browser (IndexedDB) so that they survive a reload or a crash.
 * Here: keeping, finding and forgetting them, and whether this device may keep any. Not here: what an edit is and when it is
 * safe (`editor/connection`). Every function throws where the browser keeps nothing (private mode, storage full or blocked).
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What one browser tab wrote in one lesson in one moment. */
export interface KeptEdits {
  userId: number
  lessonId: number
  /** What the lesson was called, for when it can be opened no more. */
  title: string
  /** The tab that answers for it: another one takes it over only when that is gone. */
  tab: string
  /** Of the document, when it was written. */
  schemaVersion: number
  /** Milliseconds since 1970. */
  at: number
  /** Yjs updates, v1, in their order. */
  updates: Uint8Array[]
  /** The server would not have it: kept to be taken home, and not sent again. */
  isRefused?: boolean
}

export type FoundEdits = KeptEdits & { key: number }

interface Schema extends DBSchema {
  edits: { key: number; value: KeptEdits; indexes: { person: number; lesson: [number, number]; time: number } }
}

/** Milliseconds in which a browser opens its store: some never answer, and a lesson must open all the same. */
const PATIENCE = 2_000

/** Milliseconds. What was refused, and nobody has come back for in a month, is of no use to anybody. */
const LIFE = 30 * 24 * 60 * 60 * 1000

let opening: Promise<IDBPDatabase<Schema>> | null = null

function open(): Promise<IDBPDatabase<Schema>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The journal could not be opened in time')), PATIENCE)
  })
  return Promise.race([openOnce(), tooLate]).finally(() => clearTimeout(timer))
}

function openOnce(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('anawim.journal', 1, {
    upgrade(db) {
      const edits = db.createObjectStore('edits', { autoIncrement: true })
      edits.createIndex('person', 'userId')
      edits.createIndex('lesson', ['userId', 'lessonId'])
      edits.createIndex('time', 'at')
    },
    // A page of another version wants to change the store: what is written from now on opens it anew.
    blocking(_current, _blocked, event) {
      opening = null
      ;(event.target as IDBDatabase).close()
    },
    terminated() {
      opening = null
    },
  }).catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}

/** Opens the store, so that the first edit need not wait for it, and lets go of what was refused long ago; of nothing else, for clocks may be wrong. */
export async function openEditStore(): Promise<void> {
  const db = await open()
  const tx = db.transaction('edits', 'readwrite')
  for await (const cursor of tx.store.index('time').iterate(IDBKeyRange.upperBound(Date.now() - LIFE))) {
    if (cursor.value.isRefused) await cursor.delete()
  }
  await tx.done
}

/** Keeps edits; the key under which they are found. In the hands of the browser when this returns, whatever becomes of the page. */
export async function keepEdits(edits: KeptEdits): Promise<number> {
  const db = await open()
  const tx = db.transaction('edits', 'readwrite')
  const key = tx.store.add(edits)
  tx.commit()
  await tx.done
  return await key
}

export async function dropEdits(keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return
  const tx = (await open()).transaction('edits', 'readwrite')
  const deletions = keys.map((key) => tx.store.delete(key))
  tx.commit()
  await Promise.all([...deletions, tx.done])
}

/** These edits are not sent again. */
export async function markRefused(keys: readonly number[]): Promise<void> {
  const tx = (await open()).transaction('edits', 'readwrite')
  for (const key of keys) {
    const edits = await tx.store.get(key)
    if (edits) await tx.store.put({ ...edits, isRefused: true }, key)
  }
  await tx.done
}

/** What a person has not saved of a lesson, the oldest first. */
export async function findEdits(userId: number, lessonId: number): Promise<FoundEdits[]> {
  const tx = (await open()).transaction('edits')
  const found: FoundEdits[] = []
  for await (const cursor of tx.store.index('lesson').iterate([userId, lessonId])) {
    found.push({ ...cursor.value, key: cursor.primaryKey })
  }
  return found.sort((one, other) => one.key - other.key)
}

/** The same, of the tabs that are gone: from now on `tab` answers for it. */
export async function takeOverEdits(
  userId: number,
  lessonId: number,
  tab: string,
  living: ReadonlySet<string>,
): Promise<FoundEdits[]> {
  const tx = (await open()).transaction('edits', 'readwrite')
  const taken: FoundEdits[] = []
  for await (const cursor of tx.store.index('lesson').iterate([userId, lessonId])) {
    if (living.has(cursor.value.tab)) continue
    const edits = { ...cursor.value, tab }
    await cursor.update(edits)
    taken.push({ ...edits, key: cursor.primaryKey })
  }
  await tx.done
  return taken.sort((one, other) => one.key - other.key)
}

/** The lessons in which a person has something unsaved on this device. */
export async function lessonsWithEdits(userId: number): Promise<{ lessonId: number; title: string }[]> {
  const all = await (await open()).getAllFromIndex('edits', 'person', userId)
  const titles = new Map(all.map(({ lessonId, title }) => [lessonId, title]))
  return Array.from(titles, ([lessonId, title]) => ({ lessonId, title }))
}

/** Nothing of that person stays on this device. */
export async function forgetEdits(userId: number): Promise<void> {
  const tx = (await open()).transaction('edits', 'readwrite')
  for await (const cursor of tx.store.index('person').iterate(userId)) await cursor.delete()
  await tx.done
}
