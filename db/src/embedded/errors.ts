/** The embedded PostgreSQL cannot be started; the message says why, and what to do. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

/** Somebody else runs on this data folder. */
export class AlreadyRunningError extends EmbeddedError {
  override name = 'AlreadyRunningError'
}
