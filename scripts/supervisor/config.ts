import { readEnvironment } from '@anawim/db'
import { z } from 'zod'

/** What the supervisor itself reads from the environment: where the product is reached. */
export const supervisorConfigSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8000)
    .describe('The port of everything: pages, API, sockets and media. 0 takes a free one.'),
  HOST: z
    .string()
    .min(1)
    .default('0.0.0.0')
    .describe(
      'The address that is listened on: all of this computer’s, unless one is named. 127.0.0.1 keeps others out.',
    ),
})

export interface SupervisorConfig {
  port: number
  host: string
}

/** Throws a ConfigError that lists everything that is wrong. */
export function readSupervisorConfig(env: Record<string, string | undefined>): SupervisorConfig {
  const { PORT, HOST } = readEnvironment(supervisorConfigSchema, env)
  return { port: PORT, host: HOST }
}
