/** The database cannot be asked now: it refused, went away in the middle, or did not answer in time. Try again later. */
export class DatabaseAwayError extends Error {
  override name = 'DatabaseAwayError'
}

/** Node's codes of a connection that was refused, broke, or never came to be. */
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

/**
 * PostgreSQL's: class 08 (connection), 57P01–57P05 (shutting down, crashed, starting, dropped, idle), 57014 (our own
 * statement timeout), 53 (out of connections, memory, disk), 58030 (I/O), 25P03 (idle in a transaction).
 */
const sqlStates = /^(08...|57P0[1-5]|57014|53...|58030|25P03)$/

/** What the drivers say without a code: pg of a connection, knex and tarn of its pool. */
const messages =
  /Connection terminated|Query read timeout|timeout expired|timeout exceeded when trying to connect|Timeout acquiring a connection|Client has encountered a connection error|not queryable|operation timed out|aborted, connection was closed|Unable to acquire a connection/i

/** Does this error say that the database is away, and not that something was wrong with what it was asked? */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAwayError) return true
  if (error instanceof AggregateError) return error.errors.some(isAway)
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return socketCodes.has(code) || sqlStates.test(code) || messages.test(error.message)
}

/** The same error, as a DatabaseAwayError when it says so. */
export function asAway(error: unknown): unknown {
  if (error instanceof DatabaseAwayError || !isAway(error)) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new DatabaseAwayError(`the database is away: ${reason}`, { cause: error })
}

/** The same store, with every rejection seen by `asAway`: so no store needs to think of it. */
export function withAway<T extends object>(store: T): T {
  return new Proxy(store, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key)
      if (typeof method !== 'function') return method
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(method, target, args)
        // knex' queries only begin when somebody waits for them, and begin anew for each: here they become real promises.
        return isThenable(result) ? seen(result) : result
      }
    },
  })
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

async function seen(result: PromiseLike<unknown>): Promise<unknown> {
  try {
    return await result
  } catch (error) {
    throw asAway(error)
  }
}
