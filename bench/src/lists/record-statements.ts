import type { Database } from '@anawim/db'

export interface Statement {
  sql: string
  bindings: readonly unknown[]
}

/** What that work asks the database, as the driver gets it. */
export async function recordStatements({ knex }: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const record = ({ sql, bindings }: Statement) => statements.push({ sql, bindings })
  knex.on('query', record)
  try {
    await work()
  } finally {
    knex.removeListener('query', record)
  }
  return statements
}
