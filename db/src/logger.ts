import pino, { type DestinationStream, type Logger } from 'pino'

export type { Logger }

/** What must never stand in a log, wherever in a record it turns up, down to two levels of nesting. */
const secrets = [
  'token',
  'access_token',
  'accessToken',
  'refresh_token',
  'refreshToken',
  'password',
  'hashed_password',
  'hashedPassword',
  'authorization',
  'Authorization',
  'cookie',
  'Cookie',
  'set-cookie',
  'jwtSecret',
  'secret',
]

/** JSON lines on standard output. `LOG_LEVEL` is one of pino's (`silent` in tests); `info` when it is not set. */
export function createLogger(name: string, destination?: DestinationStream): Logger {
  const level = process.env.LOG_LEVEL ?? 'info'
  const options = {
    name,
    level,
    redact: { paths: secrets.flatMap((key) => ['', '*.', '*.*.'].map((depth) => redactPath(depth, key))), censor: '…' },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** `*.*.` and `set-cookie` become `*.*["set-cookie"]`, as pino writes it. */
function redactPath(depth: string, key: string): string {
  if (/^\w+$/.test(key)) return `${depth}${key}`
  return `${depth.replace(/\.$/, '')}["${key}"]`
}
