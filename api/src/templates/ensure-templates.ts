import type { Database } from '@anawim/db'

/**
 * Puts the templates that come with the product into the database, each once: one that an admin changed or removed stays so. Answers how
 * many were new.
 */
export async function ensureTemplates(db: Database): Promise<number> {
  // Drawing them takes a moment, and only starting needs them.
  const { shippedTemplates } = await import('./shipped/index.ts')
  return db.templates.ship(shippedTemplates)
}
