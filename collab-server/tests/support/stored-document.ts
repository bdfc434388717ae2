import type { Database, LoadedLog } from '@anawim/db'
import * as Y from 'yjs'

/** What a server that starts now would load. */
export async function storedDocument(db: Pick<Database, 'updates'>, lessonId: number): Promise<Y.Doc> {
  return documentOf(await db.updates.load(lessonId))
}

/** Snapshot and rows, put together. */
export function documentOf(stored: LoadedLog | null): Y.Doc {
  const document = new Y.Doc()
  for (const update of [stored?.snapshot, ...(stored?.updates.map((row) => row.update) ?? [])]) {
    if (update) Y.applyUpdate(document, update)
  }
  return document
}
