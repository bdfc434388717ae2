import { ZodError } from 'zod'

/** Codes of a system that says: nobody answers there, or not to you. */
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET'])

/** The one message that a person gets when the product cannot start: what is wrong and, where it is known, what to do. No stack. */
export function explain(error: unknown): string {
  if (error instanceof ZodError) {
    const wrong = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    return `The configuration is wrong:\n${wrong.join('\n')}\nAll settings are listed in docs/configuration.md.`
  }
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'ConfigError') return `${error.message}\nAll settings are listed in docs/configuration.md.`
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error.name === 'DatabaseAwayError' || unreachable.has(code) || isRefusedByPostgres(code)) {
    return `The database cannot be used: ${error.message}\nCheck DATABASE_URL${databaseOf(process.env['DATABASE_URL'])}, or leave it out to use the database that comes with Anawim.`
  }
  return error.message
}

/** Wrong password (28…) or no such database (3D…). */
const isRefusedByPostgres = (code: string) => /^(28|3D)\w{3}$/.test(code)

/** ` (host:port/name)`, without user and password. */
function databaseOf(url: string | undefined): string {
  if (!url || !URL.canParse(url)) return ''
  const { host, pathname } = new URL(url)
  return ` (${host}${pathname})`
}
