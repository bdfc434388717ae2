import type { z } from 'zod'

/** What the environment says is wrong. The message lists all of it, a line each. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * The settings that a schema describes, read from the environment; every process reads its own this way. Empty variables
 * count as not set. Throws a ConfigError that lists everything that is wrong.
 */
export function readEnvironment<S extends z.ZodType>(schema: S, env: Record<string, string | undefined>): z.output<S> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = schema.safeParse(set)
  if (read.success) return read.data
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(`The configuration is wrong:\n${wrong.join('\n')}`)
}
