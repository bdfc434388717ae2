import createKnex, { type Knex } from 'knex'

/** Longest wait for a connection, in milliseconds: new ones and those from the pool. */
const CONNECT_TIMEOUT = 5_000
/** Longest statement, in milliseconds; the server ends it, so that no answer is left hanging on a connection. */
const STATEMENT_TIMEOUT = 30_000

/**
 * What pg needs to connect. Its types are what the stores rely on: bigint is a string, json an object, timestamptz a
 * Date. The client's own timeout is the longer one: it only speaks when the server has fallen silent.
 */
export function connectionConfig(url: string, name: string) {
  return {
    connectionString: url,
    application_name: `anawim ${name}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT + 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }
}

/** A pool of at most `poolMax` connections, which opens none before it is asked. */
export function connect(url: string, name: string, poolMax: number): Knex {
  return createKnex({
    client: 'pg',
    connection: connectionConfig(url, name),
    pool: { min: 0, max: poolMax, idleTimeoutMillis: 30_000 },
    acquireConnectionTimeout: CONNECT_TIMEOUT,
    // knex would write to the console what it also throws.
    log: { warn() {}, error() {}, debug() {}, deprecate() {} },
  })
}
