/**
 * The migrations: one file each, one line each here, in order, upward only. A migration that has been released is never
 * edited. Names are kept in the database with their extension, which therefore stays `.ts` for ever.
 */
import type { Knex } from 'knex'
import * as first from './0001-first.ts'
import * as clientsAndQuarantine from './0002-clients-and-quarantine.ts'
import * as versions from './0003-versions.ts'
import * as linksAndClasses from './0004-links-and-classes.ts'
import * as accounts from './0005-accounts.ts'
import * as mediaLibrary from './0006-media-library.ts'
import * as templatesAndPlaces from './0007-templates-and-places.ts'
import * as listsOfMany from './0008-lists-of-many.ts'

export const migrations: readonly { name: string; migration: { up(knex: Knex): Promise<void> } }[] = [
  { name: '0001-first.ts', migration: first },
  { name: '0002-clients-and-quarantine.ts', migration: clientsAndQuarantine },
  { name: '0003-versions.ts', migration: versions },
  { name: '0004-links-and-classes.ts', migration: linksAndClasses },
  { name: '0005-accounts.ts', migration: accounts },
  { name: '0006-media-library.ts', migration: mediaLibrary },
  { name: '0007-templates-and-places.ts', migration: templatesAndPlaces },
  { name: '0008-lists-of-many.ts', migration: listsOfMany },
]
