import { Socket } from 'node:net'
import createKnex, { type Knex } from 'knex'
import type { Client } from 'pg'
import { prepareMarked } from './prepared.ts'

/** Longest wait for a connection, in milliseconds: new ones and those from the pool. */
const CONNECT_TIMEOUT = 5_000
/** How much longer than a statement may take, in milliseconds, before a silent server counts as away. */
const SILENCE = 3_000

/**
 * What pg needs to connect. Its types are what the stores rely on: bigint is a string, json an object, timestamptz a Date.
 */
export function connectionConfig(url: string, name: string) {
  return {
    connectionString: url,
    application_name: `anawim ${name}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }
}

export interface PoolOptions {
  poolMax: number
  /** Longest statement, in milliseconds, after which the server ends it; 0: any. */
  statementTimeout: number
}

/** A pool that opens no connection before it is asked. */
export function connect(url: string, name: string, { poolMax, statementTimeout }: PoolOptions): Knex {
  return createKnex({
    client: 'pg',
    connection: { ...connectionConfig(url, name), statement_timeout: statementTimeout },
    pool: {
      min: 0,
      max: poolMax,
      idleTimeoutMillis: Math.min(30_000, statementTimeout || Infinity),
      afterCreate(client: Client, done: (error: Error | null, client: Client) => void) {
        prepareMarked(client)
        if (statementTimeout > 0) endWhenSilent(client, statementTimeout + SILENCE)
        done(null, client)
      },
    },
    acquireConnectionTimeout: CONNECT_TIMEOUT,
    // knex would write to the console what it also throws.
    log: { warn() {}, error() {}, debug() {}, deprecate() {} },
  })
}

/**
 * A frozen server, or a network that swallows everything, never answers. pg's own timeout would give such a connection
 * back to the pool with the unanswered query still in it, and all that come after would wait behind that.
 */
function endWhenSilent(client: Client, milliseconds: number): void {
  const { stream } = client.connection
  if (stream instanceof Socket) stream.setTimeout(milliseconds, () => stream.destroy())
}
