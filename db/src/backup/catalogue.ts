/** What the database itself says it holds: so that a backup has every table, also those that are not thought of yet. */
import type { ClientBase } from 'pg'
import { migrationTables } from './format.ts'

export interface Table {
  name: string
  /** Without those that PostgreSQL computes. */
  columns: string[]
}

export interface ForeignKey {
  table: string
  name: string
  definition: string
}

export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.oid ORDER BY c.relname`,
  )
  return rows.filter(({ name }) => !migrationTables.includes(name))
}

export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows: there } = await client.query(`SELECT to_regclass('public.knex_migrations') AS name`)
  if (there[0]?.name === null) return []
  const { rows } = await client.query<{ name: string }>('SELECT name FROM public.knex_migrations ORDER BY id')
  return rows.map(({ name }) => name)
}

/** Sequences that gave a number at all. */
export async function sequencesOf(client: ClientBase): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename NOT LIKE 'knex\\_%' ORDER BY 1`,
  )
  return rows
}

export async function foreignKeysOf(client: ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  )
  return rows
}

export function columnList(client: ClientBase, { columns }: Table): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ')
}

export function tableName(client: ClientBase, name: string): string {
  return `public.${client.escapeIdentifier(name)}`
}
