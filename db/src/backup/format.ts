/**
 * The file of a backup: a tar archive. First `anawim.json`, which says what it is; then the tables as PostgreSQL's COPY writes them, in
 * gzipped parts, and the uploaded files as they are; last `manifest.json` with a checksum of everything before it, and a checksum of
 * that. A file without its end is therefore known to be a part.
 */
import { z } from 'zod'

export const HEADER = 'anawim.json'
export const MANIFEST = 'manifest.json'
export const MANIFEST_SUM = 'manifest.sha256'
export const FORMAT_VERSION = 1

/** Tables whose rows stay behind: who is logged in, and what signs tokens, so that nobody gets in by what a backup holds. */
export const leftOut: readonly string[] = ['sessions', 'secrets']

/** Kept by knex; a restore goes through the migrations by itself. */
export const migrationTables: readonly string[] = ['knex_migrations', 'knex_migrations_lock']

export const headerSchema = z.object({
  format: z.literal('anawim backup'),
  version: z.int().positive(),
  madeAt: z.iso.datetime(),
  /** Version of PostgreSQL. */
  postgres: z.string(),
  /** Version of the lessons' documents. */
  documents: z.int(),
  /** What the database had been through, in order. */
  migrations: z.array(z.string()).min(1),
})
export type Header = z.output<typeof headerSchema>

export const manifestSchema = z.object({
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
  /** The last number that each sequence gave, as decimal text. */
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^\d+$/) })),
  files: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string() })),
})
export type Manifest = z.output<typeof manifestSchema>

const tablePart = /^tables\/([a-z0-9_]+)\/\d+\.copy\.gz$/
const mediaFile = /^media\/(.+)$/

export const tablePartName = (table: string, part: number) => `tables/${table}/${String(part).padStart(6, '0')}.copy.gz`

/** What a name in the archive stands for. */
export function kindOf(name: string): { table: string } | { media: string } | null {
  const [, table] = tablePart.exec(name) ?? []
  if (table !== undefined) return { table }
  const [, media] = mediaFile.exec(name) ?? []
  return media === undefined ? null : { media }
}
