import type * as Y from 'yjs'
import { MIGRATION } from './origins.ts'
import { metaOf } from './roots.ts'

/**
 * What brings a document from the version of its place in this list (from 0) to the next: numbered, upward only, run once, on the
 * server, as a logged update. A document that says no version is one of before the first.
 */
const migrations: readonly ((doc: Y.Doc) => void)[] = [
  // 0 → 1: the first schema. Nothing was written before it.
  () => {},
]

/** The schema that this code writes. */
export const SCHEMA_VERSION = migrations.length

/** The schema of the document; 0 when it does not say. */
export function schemaVersionOf(doc: Y.Doc): number {
  const version = metaOf(doc).get('schemaVersion')
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0
}

/** Brings the document to this code's schema. True when it has changed; a document of a newer schema is left alone. */
export function migrateDoc(doc: Y.Doc): boolean {
  const version = schemaVersionOf(doc)
  if (version >= SCHEMA_VERSION) return false
  doc.transact(() => {
    for (const migration of migrations.slice(version)) migration(doc)
    metaOf(doc).set('schemaVersion', SCHEMA_VERSION)
  }, MIGRATION)
  return true
}
