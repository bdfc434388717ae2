import { z } from 'zod'
import type { S3Settings } from './blobs/blob-store.ts'
import { readEnvironment } from './environment.ts'

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

/** The environment that the database needs. The descriptions are what docs/configuration.md is made of. */
export const dbConfigSchema = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'expected an address such as postgres://user:password@host:5432/anawim',
    })
    .optional()
    .describe('The PostgreSQL database. When it is not set, an embedded PostgreSQL is started under ANAWIM_DATA_DIR.'),
  ANAWIM_DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('The folder of everything that must be kept: the embedded database and the uploaded files.'),
  JWT_SECRET: z
    .string()
    .min(32, 'expected at least 32 characters')
    .optional()
    .describe('Signs tokens. When it is not set, a secret is made once and kept in the database.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('What is logged: this level and those above it.'),
  DB_POOL_MAX: wholeNumber(2, 200).default(10).describe('The most connections that a process keeps to the database.'),
  ACCESS_TOKEN_SECONDS: wholeNumber(1, 86_400).default(900).describe('The life of an access token, in seconds.'),
  COLLAB_TOKEN_SECONDS: wholeNumber(1, 3_600)
    .default(600)
    .describe('The life of a token for the editors’ socket, in seconds.'),
  REFRESH_TOKEN_DAYS: z.coerce
    .number()
    .positive()
    .max(365)
    .default(30)
    .describe('How long one stays logged in without using the server, in days.'),
  REFRESH_GRACE_SECONDS: wholeNumber(0, 600)
    .default(30)
    .describe('How long the previous refresh token is still answered with its successor, in seconds.'),
  VERSION_MINUTES: z.coerce
    .number()
    .positive()
    .max(1_440)
    .default(10)
    .describe(
      'Least time between two versions that are kept of a lesson by themselves; an edited lesson has a version after that time.',
    ),
  S3_BUCKET: z
    .string()
    .min(1)
    .optional()
    .describe('Keeps uploaded files in this S3 bucket and not under ANAWIM_DATA_DIR.'),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The address of another S3 server than Amazon’s, such as `http://garage:3900`.'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('The region of the bucket.'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('Opens the bucket; with `S3_SECRET_ACCESS_KEY`.'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('Opens the bucket.'),
  S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)*$/, 'expected names that end with /')
    .default('')
    .describe('What all keys in the bucket begin with, such as `anawim/`.'),
})

/** The address by which people reach this server, for links in mails: a request could name any. */
export const publicUrlSchema = z
  .url({ protocol: /^https?$/, error: 'expected an address such as https://anawim.school.example' })
  .transform((url) => new URL(url).origin)
  .optional()
  .describe(
    'The address by which people reach this server, such as `https://anawim.school.example`: links in mails begin with it, and cards with pupils’ codes that are printed at the server itself name it.',
  )

export const smtpUrlSchema = z
  .url({ protocol: /^smtps?$/, error: 'expected an address such as smtp://user:password@host:587' })
  .optional()
  .describe(
    'The mail server, such as `smtp://user:password@host:587` (`smtps:` for TLS from the start). Without it mails are kept, for admins to read.',
  )

export type DbConfig = z.output<typeof dbConfigSchema>

/** Where uploaded files are when they are not on the disk; null: they are. */
export function s3Of(config: DbConfig): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config
  if (bucket === undefined) return null
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined
  return { bucket, endpoint: config.S3_ENDPOINT, region: config.S3_REGION, credentials, prefix: config.S3_PREFIX }
}

/** Throws a ConfigError that lists everything that is wrong. */
export function readDbConfig(env: Record<string, string | undefined>): DbConfig {
  return readEnvironment(dbConfigSchema, env)
}
